import { readSettings } from '#app/platform/env.server.ts'
import { generateClient } from '../steps/build.ts'
import { migrateDatabase, openDatabase, seedEnvironment } from '../steps/database.ts'
import { CommandError } from '../steps/report.ts'
import { runNode } from '../steps/run-program.ts'
import type { Supervisor } from '../steps/supervisor.ts'

/** The demonstration catalogue; `--products N` fills it up to that many. */
export async function main(supervisor: Supervisor, args: Array<string>): Promise<void> {
  const settings = readSettings()
  if (settings.IS_LIVE)
    throw new CommandError('Demonstration goods do not belong in a shop with live Stripe keys')
  await generateClient()
  const database = await openDatabase(settings, supervisor)
  await migrateDatabase(database)
  const env = seedEnvironment(database, settings.DATA_DIR)
  await runNode('prisma/seed/main.ts', args, { env, output: 'shown' })
}
