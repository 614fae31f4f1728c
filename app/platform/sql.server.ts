import { hash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'

/**
 * SQL as a tagged template whose values are parameters. The same two functions as Prisma's, so that a step
 * runs in either kind of transaction (docs/decisions/0007).
 */
export type Sql = {
  $queryRaw<T>(query: TemplateStringsArray, ...values: Array<unknown>): PromiseLike<T>
  $executeRaw(query: TemplateStringsArray, ...values: Array<unknown>): PromiseLike<number>
}

type Statement = { name: string; text: string }

/** A statement put together at run time, of which there are few: planned once a connection, as those of `sqlOn`. */
export function prepared<Values>(text: string, values: Values): Statement & { values: Values } {
  return { name: nameOf(text), text, values }
}

export type SqlValue = string | number | boolean | ReadonlyArray<string | number>

/** Collects the parameters of such a statement; `add` gives the placeholder. */
export function binder(first: ReadonlyArray<SqlValue> = []) {
  const values = [...first]
  return {
    values,
    add(value: SqlValue | undefined): string {
      if (value === undefined) throw new RangeError('a condition without a value')
      return `$${values.push(value)}`
    },
  }
}

type Queryable = Pick<PoolClient, 'query'> | Pick<Pool, 'query'>

// A template's strings are one object for ever, so each is numbered and named once.
const statements = new WeakMap<TemplateStringsArray, Statement>()

/** Each statement is prepared once per connection, under a name made of its text. */
export function sqlOn(client: Queryable): Sql {
  function run(query: TemplateStringsArray, values: Array<unknown>) {
    return (client as Pool).query({ ...statementOf(query), values })
  }
  return {
    $queryRaw: async <T>(query: TemplateStringsArray, ...values: Array<unknown>) =>
      (await run(query, values)).rows as T,
    $executeRaw: async (query, ...values) => (await run(query, values)).rowCount ?? 0,
  }
}

/**
 * One READ COMMITTED transaction. It is rolled back when `work` throws, and also when its value is a refusal
 * (`{ ok: false }`): a command that refuses has written nothing.
 */
export async function withTransaction<T>(pool: Pool, work: (tx: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const value = await work(sqlOn(client))
    await client.query(isRefusal(value) ? 'ROLLBACK' : 'COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch((reason) => {
      broken = reason
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

function statementOf(query: TemplateStringsArray): Statement {
  const known = statements.get(query)
  if (known) return known
  const text = query.reduce((sql, part, index) => `${sql}$${index}${part}`)
  const statement = { text, name: nameOf(text) }
  statements.set(query, statement)
  return statement
}

// PostgreSQL cuts names of statements at 63 bytes.
function nameOf(text: string): string {
  return hash('sha256', text, 'base64url')
}
