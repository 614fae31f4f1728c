import path from 'node:path'
import pg from 'pg'
import { readSettings } from '#app/platform/env.server.ts'
import { migrate } from '#server/migrations.ts'
import { ensureDatabase, type Postgres, startPostgres } from '#server/postgres.ts'
import { runNode } from '#server/steps/run-program.ts'

type BenchDatabase = { url: string; ownerUrl: string }

export type BenchDatabases = {
  dataDir: string
  version: string
  /** A database with so many products, filled at the first use and kept for the next run. */
  open(products: number): Promise<BenchDatabase>
  /** A copy of it, for work that writes; gone when that work has ended. */
  useCopy<T>(products: number, work: (copy: BenchDatabase) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** A PostgreSQL beside the shop's own, in DATA_DIR/bench. */
export async function openBenchDatabases(): Promise<BenchDatabases> {
  const dataDir = path.join(readSettings().DATA_DIR, 'bench')
  const server = await startPostgres({ dataDir })
  return {
    dataDir,
    version: await readVersion(server),
    open: (products) => openDatabase(server, dataDir, products),
    async useCopy(products, work) {
      await openDatabase(server, dataDir, products)
      const name = 'bench_copy'
      const asOwner = (sql: string) => withClient(server.ownerUrl('postgres'), (client) => client.query(sql))
      await asOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await asOwner(`CREATE DATABASE ${name} TEMPLATE ${nameOf(products)}`)
      try {
        return await work({ url: server.appUrl(name), ownerUrl: server.ownerUrl(name) })
      } finally {
        await asOwner(`DROP DATABASE ${name} WITH (FORCE)`)
      }
    },
    stop: () => server.stop(),
  }
}

const nameOf = (products: number) => `bench_${products}`

async function openDatabase(server: Postgres, dataDir: string, products: number): Promise<BenchDatabase> {
  const name = nameOf(products)
  const urls = { url: server.appUrl(name), ownerUrl: server.ownerUrl(name) }
  await ensureDatabase(server, name)
  await migrate(urls.ownerUrl, urls.url)
  if ((await countProducts(urls.ownerUrl)) < products) {
    const env = {
      ...process.env,
      DATABASE_URL: urls.url,
      DATABASE_OWNER_URL: urls.ownerUrl,
      DATA_DIR: dataDir,
    }
    await runNode('prisma/seed/main.ts', ['--products', String(products)], { env, output: 'shown' })
    await withClient(urls.ownerUrl, (client) => client.query('VACUUM ANALYZE'))
  }
  return urls
}

async function countProducts(url: string): Promise<number> {
  return withClient(url, async (client) =>
    Number((await client.query('SELECT count(*) FROM product')).rows[0].count),
  )
}

async function readVersion(server: Postgres): Promise<string> {
  return withClient(server.ownerUrl('postgres'), async (client) => {
    const { rows } = await client.query('SHOW server_version')
    return `PostgreSQL ${rows[0].server_version}`
  })
}

export async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
