import { existsSync } from 'node:fs'
import { type Supervisor, supervised } from './steps/supervisor.ts'

type Command = { main(supervisor: Supervisor, args: Array<string>): Promise<void> }

const commands: Record<string, () => Promise<Command>> = {
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
await supervised(async (supervisor) => (await load()).main(supervisor, args))
