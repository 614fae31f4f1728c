import { writeMigration } from '../migrations.ts'
import { ensureDatabase } from '../postgres.ts'
import { CommandError } from '../steps/report.ts'
import { startScratchPostgres } from '../steps/scratch-database.ts'
import type { Supervisor } from '../steps/supervisor.ts'

/** Writes the migration from prisma/migrations to schema.prisma; applying it is `db:migrate`. */
export async function main(supervisor: Supervisor, [name]: Array<string>): Promise<void> {
  if (!name) throw new CommandError('A name, please: npm run db:migration -- add-coupons')
  const server = await startScratchPostgres()
  supervisor.onStop(server.stop)
  await ensureDatabase(server, 'scratch')
  const folder = await writeMigration(server.ownerUrl('scratch'), name)
  console.log(
    folder ? `Wrote ${folder}/migration.sql: read it before you apply it` : 'The schema has not changed',
  )
}
