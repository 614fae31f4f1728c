import { parseArgs } from 'node:util'
import pg from 'pg'
import { readSettings } from '#app/platform/env.server.ts'
import { seed } from './seed.ts'

/**
 * `node prisma/seed/main.ts [--products N]`, on the database of DATABASE_OWNER_URL or DATABASE_URL.
 * Twice is once: a database that has goods is left alone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { products: { type: 'string' } } })
  const { DATABASE_OWNER_URL, DATABASE_URL, DATA_DIR, SESSION_SECRET } = readSettings()
  const connectionString = DATABASE_OWNER_URL ?? DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is missing')
  const say = (line: string) => console.log(`seed: ${line}`)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const from = performance.now()
    const isWritten = await seed(client, { dataDir: DATA_DIR, sessionSecret: SESSION_SECRET, say })
    if (values.products) {
      const { growCatalogue } = await import('./grow.ts')
      await growCatalogue(client, Number(values.products), say)
    }
    say(
      isWritten || values.products
        ? `done in ${Math.round((performance.now() - from) / 100) / 10} s`
        : 'already seeded, nothing to do',
    )
  } finally {
    await client.end()
  }
}

await main()
