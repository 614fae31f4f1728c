import { spawnSync } from 'node:child_process'
import os from 'node:os'
import type { Row, Spread } from './sample.ts'

export function describeMachine(postgres: string): string {
  const [cpu] = os.cpus()
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GB`
  const load = os.loadavg()[0]?.toFixed(1)
  const parts = [
    `${os.cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}`,
    memory,
    `${os.type()} ${os.release()}`,
  ]
  return [
    ...parts,
    `Node ${process.versions.node}`,
    postgres,
    readCommit(),
    `load ${load} at the start`,
  ].join(', ')
}

function readCommit(): string {
  const { stdout, status } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' })
  return status === 0 ? `commit ${stdout.trim()}` : 'no git'
}

const titles = ['what', 'against', 'ours (min–max)', 'theirs (min–max)', 'ratio (min–max)', 'goal', '']

export function formatTable(rows: ReadonlyArray<Row>): string {
  const cells = [titles, ...rows.map(cellsOf)]
  const widths = titles.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: ReadonlyArray<string>) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = cells
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}

function cellsOf({ name, against, unit, ours, theirs, ratio, goal, note }: Row): Array<string> {
  return [
    name,
    against,
    `${formatSpread(ours)} ${unit}`,
    theirs ? `${formatSpread(theirs)} ${unit}` : '',
    ratio ? formatSpread(ratio) : '',
    goal.text,
    [goal.isMet ? 'met' : 'MISSED', note].filter(Boolean).join(' '),
  ]
}

function formatSpread({ min, median, max }: Spread): string {
  return min === max
    ? formatFigure(median)
    : `${formatFigure(median)} (${formatFigure(min)}–${formatFigure(max)})`
}

function formatFigure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(2)
}
