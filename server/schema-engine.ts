import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

const require = createRequire(import.meta.url)

// The module keeps its WebAssembly memory in a variable: a second instance would pull it from under the first.
let loading: ReturnType<typeof loadEngine> | undefined

const scriptErrors = new WeakMap<pg.Pool, string>()

/**
 * Lends Prisma's schema engine as WebAssembly: the engine of the CLI, without its download. Where it wants
 * a shadow database, it gets this one, so for `diff` hand it an empty database that nobody needs.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadEngine()
  const { SchemaEngine } = await loading
  const pool = new pg.Pool({ connectionString, max: 1 })
  // The statement that fails says so itself; without a listener a cut connection would end the process.
  pool.on('error', () => undefined)
  disguiseCharColumns(pool)
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool))
    const engine = await SchemaEngine.new(
      { datamodels: [['schema.prisma', schema]] },
      () => undefined,
      adapter,
    )
    return await work(engine).finally(() => engine.free())
  } catch (error) {
    // Of a script that fails the engine says only "external connector error".
    throw scriptErrors.has(pool)
      ? new Error(`A migration failed: ${scriptErrors.get(pool)}`, { cause: error })
      : error
  } finally {
    // Ends the engine's advisory lock, too, which would otherwise hold up the next migration.
    await pool.end()
  }
}

class EngineAdapter extends PrismaPg {
  override async connect() {
    return adapt(await super.connect())
  }

  override connectToShadowDb() {
    return this.connect()
  }
}

/** Two repairs to Prisma's adapter (7.10) that the engine needs. */
function adapt(adapter: Awaited<ReturnType<PrismaPg['connect']>>) {
  const pool = adapter.underlyingDriver()
  // It cuts a script at every semicolon, those in comments and function bodies too. PostgreSQL takes it
  // whole, in one transaction, as the CLI's engine sends it.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error: Error) => {
      scriptErrors.set(pool, error.message)
      throw error
    })
  }
  // It does not know the catalogue's one-byte type "char", without which no schema can be described.
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement)
    for (const index of charColumns.get(result.rows) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  return adapter
}

const charColumns = new WeakMap<object, Array<number>>()

/** Shows "char" columns to the adapter as text, and remembers which they were. */
function disguiseCharColumns(pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>
  const disguised = async (config: pg.QueryArrayConfig) => {
    const result = await query(config)
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== charType) continue
      field.dataTypeID = textType
      charColumns.set(result.rows, [...(charColumns.get(result.rows) ?? []), index])
    }
    return result
  }
  Object.assign(pool, { query: disguised })
}

/** Object ids in pg_type. */
const charType = 18
const textType = 25

async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(
    require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'),
  )
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  })
  engine.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start === 'function') start()
  return engine
}
