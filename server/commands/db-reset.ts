import pg from 'pg'
import { readSettings } from '#app/platform/env.server.ts'
import { generateClient } from '../steps/build.ts'
import { migrateDatabase, openDatabase, seedDatabase } from '../steps/database.ts'
import { CommandError, step } from '../steps/report.ts'
import type { Supervisor } from '../steps/supervisor.ts'

/** Throws all data away and begins again; with a database of your own only when told `--force`. */
export async function main(supervisor: Supervisor, args: Array<string>): Promise<void> {
  const settings = readSettings()
  if (settings.IS_LIVE) throw new CommandError('A shop with live Stripe keys is not reset')
  if (settings.DATABASE_URL && !args.includes('--force')) {
    throw new CommandError(
      'This deletes everything in the database of DATABASE_URL. If so: npm run db:reset -- --force',
    )
  }
  await generateClient()
  const database = await openDatabase(settings, supervisor)
  await step('deleting all data', () => empty(database.ownerUrl))
  await migrateDatabase(database)
  await seedDatabase(database, settings.DATA_DIR)
}

async function empty(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  } finally {
    await client.end()
  }
}
