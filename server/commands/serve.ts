import { existsSync } from 'node:fs'
import { readSettings } from '#app/platform/env.server.ts'
import { openDatabase } from '../steps/database.ts'
import { CommandError } from '../steps/report.ts'
import { openPayments } from '../steps/sandbox.ts'
import type { Supervisor } from '../steps/supervisor.ts'
import { requireFreePort, startWeb } from '../steps/web.ts'

/** Production: serves what `npm run build` made on a database that `npm run db:migrate` prepared; logs to standard output. */
export async function main(supervisor: Supervisor): Promise<void> {
  const settings = readSettings({ ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' })
  if (!existsSync('build/server/index.js')) throw new CommandError('There is no build yet: npm run build')
  await requireFreePort(settings)
  const database = await openDatabase(settings, supervisor, { keeps: true })
  const payments = await openPayments(settings, supervisor)
  await startWeb(
    supervisor,
    settings,
    { database, payments },
    { file: 'server/serve.ts', mode: 'production' },
  )
  console.log(`Serving ${settings.PUBLIC_URL}`)
  await supervisor.runOn()
}
