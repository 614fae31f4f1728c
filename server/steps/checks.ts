import { CommandError, step } from './report.ts'
import { runNode } from './run-program.ts'
import type { Counts } from './test-runners.ts'

const checks = [
  { title: 'checking types', file: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
  {
    title: 'checking style and imports',
    file: 'node_modules/@biomejs/biome/bin/biome',
    args: ['ci', '--colors=off'],
  },
  { title: 'looking for dead code', file: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
]

/** All of them, even when one fails; what a tool complained about is shown. */
export async function runChecks(): Promise<Counts> {
  let failed = 0
  for (const { title, file, args } of checks) {
    try {
      await step(title, () => runNode(file, args))
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      console.error(error.message)
      failed += 1
    }
  }
  return { passed: checks.length - failed, failed }
}
