import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { withSchemaEngine } from './schema-engine.ts'

const folder = path.resolve(import.meta.dirname, '../prisma')
const migrationsFolder = path.join(folder, 'migrations')
const lockFile = 'migration_lock.toml'
const filters = { externalTables: [], externalEnums: [] }

/**
 * Applies prisma/migrations, keeping Prisma's own table of what was applied, and lays the rights of the
 * application's role. Several processes may call it at once. Returns the names of what it applied.
 */
export async function migrate(ownerUrl: string, appUrl = ownerUrl): Promise<Array<string>> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Prisma's engine takes its own lock for 10 s only; a long migration must not fail the second process.
    await client.query(`SELECT pg_advisory_lock(hashtext('migrate'))`)
    await createRole(client)
    const applied = await apply(ownerUrl)
    await grant(client, appUrl)
    return applied
  } finally {
    await client.end()
  }
}

/** Writes the migration that leads from prisma/migrations to schema.prisma; null when there is nothing to do. */
export async function writeMigration(scratchUrl: string, name: string): Promise<string | null> {
  const sql = await diffMigrations(scratchUrl)
  return sql === null ? null : save(name, `${sql}\n`)
}

/** What is missing from prisma/migrations to schema.prisma; `scratchUrl` is an empty database to work in. */
export async function diffMigrations(scratchUrl: string): Promise<string | null> {
  const content = await readSchema()
  const migrations = await readMigrations()
  const { stdout } = await withSchemaEngine(scratchUrl, content, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: null,
      filters,
    }),
  )
  const sql = stdout?.trim() ?? ''
  return sql === '' || /^-- This is an empty migration\.?$/.test(sql) ? null : sql
}

async function apply(url: string): Promise<Array<string>> {
  const migrationsList = await readMigrations()
  const applied = await withSchemaEngine(url, await readSchema(), (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  )
  return applied.appliedMigrationNames
}

async function createRole(client: pg.Client): Promise<void> {
  // Roles belong to the whole server: another database's migration may be making it right now.
  await client.query(
    `DO $$ BEGIN CREATE ROLE shop_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  )
}

async function grant(client: pg.Client, appUrl: string): Promise<void> {
  await client.query(await readFile(path.join(folder, 'grants.sql'), 'utf8'))
  const login = decodeURIComponent(new URL(appUrl).username)
  if (!login) return
  const { rows } = await client.query<{ is_member: boolean }>(
    `SELECT pg_has_role(rolname, 'shop_app', 'SET') AS is_member FROM pg_roles WHERE rolname = $1`,
    [login],
  )
  if (rows[0]?.is_member === false) await client.query(`GRANT shop_app TO ${client.escapeIdentifier(login)}`)
}

async function readSchema(): Promise<string> {
  return readFile(path.join(folder, 'schema.prisma'), 'utf8')
}

async function listNames(): Promise<Array<string>> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function readMigrations(): Promise<MigrationList> {
  const names = await listNames()
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: lockFile,
      content: await readFile(path.join(migrationsFolder, lockFile), 'utf8').catch(() => null),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.map(readMigration)),
  }
}

async function readMigration(name: string): Promise<MigrationList['migrationDirectories'][number]> {
  const file = path.join(migrationsFolder, name, 'migration.sql')
  return {
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: await readFile(file, 'utf8') } },
  }
}

async function save(name: string, sql: string): Promise<string> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = path.join(migrationsFolder, `${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`)
  await mkdir(target, { recursive: true })
  await writeFile(path.join(target, 'migration.sql'), sql)
  await writeFile(
    path.join(migrationsFolder, lockFile),
    '# Written by Prisma; belongs in version control.\nprovider = "postgresql"\n',
  )
  return path.relative(process.cwd(), target)
}
