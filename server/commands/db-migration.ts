import { writeMigration } from '../migrations.ts'
import { CommandError } from '../steps/report.ts'
import { withScratchDatabase } from '../steps/scratch-database.ts'

/** Writes the migration from prisma/migrations to schema.prisma; applying it is `db:migrate`. */
export async function main([name]: Array<string>): Promise<void> {
  if (!name) throw new CommandError('A name, please: npm run db:migration -- add-coupons')
  const folder = await withScratchDatabase((url) => writeMigration(url, name))
  console.log(
    folder ? `Wrote ${folder}/migration.sql: read it before you apply it` : 'The schema has not changed',
  )
}
