import { readSettings } from '#app/platform/env.server.ts'
import { migrateDatabase, openDatabase } from '../steps/database.ts'

/** Brings the database to this version: before the new processes start. */
export async function main(): Promise<void> {
  const database = await openDatabase(readSettings())
  await migrateDatabase(database).finally(database.stop)
}
