import { existsSync } from 'node:fs'
import { EnvError } from '#app/platform/env.server.ts'
import { CommandError } from './steps/report.ts'

const commands: Record<string, () => Promise<{ main(args: Array<string>): Promise<void> }>> = {
  start: () => import('./commands/start.ts'),
  dev: () => import('./commands/dev.ts'),
  serve: () => import('./commands/serve.ts'),
  build: () => import('./commands/build.ts'),
  bench: () => import('./commands/bench.ts'),
  check: () => import('./commands/check.ts'),
  test: () => import('./commands/test.ts'),
  'db:migrate': () => import('./commands/db-migrate.ts'),
  'db:migration': () => import('./commands/db-migration.ts'),
  'db:seed': () => import('./commands/db-seed.ts'),
  'db:reset': () => import('./commands/db-reset.ts'),
  'ledger:rebuild': () => import('./commands/ledger-rebuild.ts'),
  'staff:invite': () => import('./commands/staff-invite.ts'),
}

const [name = 'start', ...args] = process.argv.slice(2)
const load = commands[name]
if (!load) {
  console.error(`No command ${name}; there are: ${Object.keys(commands).join(', ')}`)
  process.exit(1)
}
// The tests decide their own environment.
if (existsSync('.env') && name !== 'test') process.loadEnvFile('.env')
try {
  await (await load()).main(args)
} catch (error) {
  const isPlain = error instanceof EnvError || error instanceof CommandError
  console.error(isPlain ? `\n${error.message}` : error)
  process.exitCode = 1
}
// Started over a channel to the bootstrap: it alone would keep us alive.
process.channel?.unref()
