import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { tryNode } from './run-program.ts'

export type Counts = { passed: number; failed: number }

const reports = path.resolve('node_modules/.cache/test-reports')
const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** Runs Vitest's projects; what it writes is shown. */
export async function runVitest(
  projects: Array<'unit' | 'db' | 'shop'>,
  args: Array<string>,
): Promise<Counts> {
  const report = await freshReport('vitest.json')
  const options = [
    'run',
    ...projects.map((name) => `--project=${name}`),
    '--reporter=default',
    '--reporter=json',
  ]
  const all = [...options, `--outputFile.json=${report}`, ...args]
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test' }
  const { code } = await tryNode('node_modules/vitest/vitest.mjs', all, { env, output: 'shown' })
  const read = vitestReport.safeParse(await readReport(report))
  const { numPassedTests = 0, numFailedTests = 0 } = read.data ?? {}
  return atLeastOneFailure(code, { passed: numPassedTests, failed: numFailedTests })
}

/** Runs the journeys against an open shop; they see what its web process was told. */
export async function runPlaywright(shop: Record<string, string>, args: Array<string>): Promise<Counts> {
  const report = await freshReport('playwright.json')
  const env = { ...process.env, ...shop, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const options = ['test', '--reporter=list,json', ...args]
  const { code } = await tryNode('node_modules/@playwright/test/cli.js', options, { env, output: 'shown' })
  const read = playwrightReport.safeParse(await readReport(report))
  const { expected = 0, unexpected = 0, flaky = 0 } = read.data?.stats ?? {}
  return atLeastOneFailure(code, { passed: expected, failed: unexpected + flaky })
}

/** A runner that fell over, or a file that did not load, has no failed test to count. */
function atLeastOneFailure(code: number, { passed, failed }: Counts): Counts {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

async function freshReport(name: string): Promise<string> {
  const file = path.join(reports, name)
  await mkdir(reports, { recursive: true })
  await rm(file, { force: true })
  return file
}

async function readReport(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => 'null'))
}
