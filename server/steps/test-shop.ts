import path from 'node:path'
import { readSettings } from '#app/platform/env.server.ts'
import { choosePort } from '../postgres/state.ts'
import { cloneDatabase, ensureDatabase } from '../postgres.ts'
import { migrateDatabase, seedDatabase } from './database.ts'
import { openPayments } from './sandbox.ts'
import { startScratchPostgres } from './scratch-database.ts'
import type { Supervisor } from './supervisor.ts'
import { startWeb, webEnvironment } from './web.ts'

/**
 * The built shop with seeded, throw-away data on a free port, and its payment sandbox. Returns what its web process
 * was told, for tests that look behind the pages, and as whom the database `pristine` may be cloned for a shop that
 * nobody else is in.
 */
export async function openTestShop(supervisor: Supervisor): Promise<Record<string, string>> {
  const server = await startScratchPostgres()
  supervisor.onStop(server.stop)
  await ensureDatabase(server, 'shop')
  const database = { url: server.appUrl('shop'), ownerUrl: server.ownerUrl('shop') }
  const dataDir = path.join(server.dataDir, 'shop')
  await migrateDatabase(database)
  await seedDatabase(database, dataDir)
  await cloneDatabase(server, 'shop', 'pristine')
  const port = await choosePort()
  const settings = readSettings({ NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir })
  const parts = { database, payments: await openPayments(settings, supervisor) }
  // Its log stays with the reports, for whoever has to explain a failure.
  const logFile = path.resolve('test-results/shop.log')
  await startWeb(supervisor, settings, parts, { file: 'server/serve.ts', mode: 'production', logFile })
  return { ...webEnvironment(settings, parts), DATABASE_OWNER_URL: server.ownerUrl('postgres') }
}
