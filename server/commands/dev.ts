import { readSettings } from '#app/platform/env.server.ts'
import { generateClient } from '../steps/build.ts'
import { migrateDatabase, openDatabase, seedDatabase } from '../steps/database.ts'
import { openPayments } from '../steps/sandbox.ts'
import type { Supervisor } from '../steps/supervisor.ts'
import { requireFreePort, startWeb } from '../steps/web.ts'

/** As `start`, but unbuilt: a saved file is on the page at once. */
export async function main(supervisor: Supervisor): Promise<void> {
  const settings = readSettings({ ...process.env, NODE_ENV: 'development' })
  await requireFreePort(settings)
  await generateClient()
  const database = await openDatabase(settings, supervisor, { keeps: true })
  await migrateDatabase(database)
  await seedDatabase(database, settings.DATA_DIR)
  const payments = await openPayments(settings, supervisor)
  await startWeb(supervisor, settings, { database, payments }, { file: 'server/dev.ts', mode: 'development' })
  console.log(`\nDeveloping at ${settings.PUBLIC_URL}    Stop: Ctrl-C`)
  await supervisor.runOn()
}
