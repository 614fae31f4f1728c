import { readSettings } from '#app/platform/env.server.ts'
import { migrateDatabase, openDatabase } from '../steps/database.ts'
import type { Supervisor } from '../steps/supervisor.ts'

/** Brings the database to this version: before the new processes start. */
export async function main(supervisor: Supervisor): Promise<void> {
  await migrateDatabase(await openDatabase(readSettings(), supervisor))
}
