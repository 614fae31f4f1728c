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
  const git = (...args: Array<string>) => spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim()
  const commit = git('rev-parse', '--short', 'HEAD')
  if (!commit) return 'no commit known'
  return git('status', '--porcelain') ? `commit ${commit} with changes` : `commit ${commit}`
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

function cellsOf({ name, against, unit, ours, theirs, ratio, goal }: Row): Array<string> {
  return [
    name,
    against,
    `${formatSpread(ours)} ${unit}`,
    theirs ? `${formatSpread(theirs)} ${unit}` : '',
    ratio ? formatSpread(ratio) : '',
    goal?.text ?? '',
    goal ? (goal.isMet ? 'met' : 'MISSED') : '',
  ]
}

function formatSpread({ min, median, max }: Spread): string {
  return min === max
    ? formatFigure(median)
    : `${formatFigure(median)} (${formatFigure(min)}–${formatFigure(max)})`
}

function formatFigure(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 })
}
