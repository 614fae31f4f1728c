import { buildShop, generateClient } from '../steps/build.ts'
import { runNode } from '../steps/run-program.ts'
import type { Supervisor } from '../steps/supervisor.ts'

export async function main(_: Supervisor, args: Array<string>): Promise<void> {
  await generateClient()
  await buildShop()
  await runNode('tests/bench/main.ts', args, {
    env: { ...process.env, NODE_ENV: 'production' },
    output: 'shown',
  })
}
