import pg from 'pg'
import type { Settings } from '#app/platform/env.server.ts'
import { migrate } from '../migrations.ts'
import { ensureDatabase, startPostgres } from '../postgres.ts'
import { CommandError, step } from './report.ts'
import { runNode } from './run-program.ts'
import type { Supervisor } from './supervisor.ts'

/** Where the shop's data are. */
export type OpenDatabase = { url: string; ownerUrl: string }

const name = 'shop'

/** Your own PostgreSQL, or the built-in one, started if need be and stopped at the end; a shop `keeps` it for all others. */
export async function openDatabase(
  settings: Settings,
  supervisor: Supervisor,
  { keeps = false }: { keeps?: boolean } = {},
): Promise<OpenDatabase> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl = url } = settings
  if (url && ownerUrl) return { url, ownerUrl }
  return step('starting PostgreSQL', async (note) => {
    const server = await startPostgres({
      dataDir: settings.DATA_DIR,
      port: settings.POSTGRES_PORT,
      say: note,
      keeps,
    })
    supervisor.onStop(server.stop)
    await ensureDatabase(server, name)
    return { url: server.appUrl(name), ownerUrl: server.ownerUrl(name) }
  })
}

export async function migrateDatabase({ url, ownerUrl }: OpenDatabase): Promise<void> {
  await step('migrating the database', async (note) => {
    const applied = await migrate(ownerUrl, url).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ECONNREFUSED'
        ? new CommandError('PostgreSQL does not answer: see DATABASE_URL')
        : error
    })
    note(applied.length > 0 ? `applied ${applied.join(', ')}` : 'up to date')
  })
}

/** Fills an empty database with the demonstration catalogue; one with goods is left alone. */
export async function seedDatabase(database: OpenDatabase, dataDir: string): Promise<void> {
  if (await hasProducts(database)) return
  await step('seeding the demonstration catalogue', async () => {
    await runNode('prisma/seed/main.ts', [], { env: seedEnvironment(database, dataDir) })
  })
}

export function seedEnvironment({ url, ownerUrl }: OpenDatabase, dataDir: string): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir }
}

async function hasProducts({ ownerUrl }: OpenDatabase): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM product LIMIT 1')
    return rowCount === 1
  } finally {
    await client.end()
  }
}
