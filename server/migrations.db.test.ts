import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { diffMigrations, migrate } from './migrations.ts'

const { pool, url, ownerUrl } = await useDatabase()

describe('the rights of the application', () => {
  test.each(['UPDATE sale_entry SET quantity = 1', 'DELETE FROM sale_entry', 'TRUNCATE sale_entry'])(
    'T74: history cannot be rewritten: %s',
    async (sql) => {
      await expect(pool.query(sql)).rejects.toThrow('permission denied for table sale_entry')
    },
  )

  test('dropping the role gives no more', async () => {
    await expect(pool.query('RESET ROLE; DELETE FROM sale_entry')).rejects.toThrow('permission denied')
    await expect(pool.query('CREATE TABLE mine ()')).rejects.toThrow('permission denied for schema public')
  })
})

test('migrating twice, and by two processes at once, changes nothing more', async () => {
  const applied = await Promise.all([migrate(ownerUrl, url), migrate(ownerUrl, url)])
  expect(applied).toEqual([[], []])
})

test('the migrations lead exactly to the schema: the next one begins with its own changes', async () => {
  const { ownerUrl: server } = inject('postgres')
  await withOwner(`${server}postgres`, (owner) => owner.query('CREATE DATABASE scratch_of_migrations'))
  expect(await diffMigrations(`${server}scratch_of_migrations`)).toBeNull()
})

test('a word of two characters is found by its trigrams: the character type is not C', async () => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ lc_ctype: string; trigrams: Array<string> }>(
    `SELECT datctype AS lc_ctype, show_trgm('小米') AS trigrams FROM pg_database WHERE datname = current_database()`,
  )
  await client.end()
  expect(rows[0]?.lc_ctype).toBe('C.UTF-8')
  expect(rows[0]?.trigrams.length).toBeGreaterThan(0)
})
