import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isAlive, withLock } from './lock.ts'
import { canReach, chooseAccount } from './postgres/account.ts'
import {
  type Installation,
  makePrivateFolder,
  openInstallation,
  run,
  sharedHome,
  writePrivateFile,
} from './postgres/installation.ts'
import {
  choosePort,
  findRunning,
  isStale,
  newPassword,
  ownerOf,
  readState,
  type State,
  writeState,
} from './postgres/state.ts'
import { CommandError } from './steps/report.ts'

export type PostgresOptions = {
  dataDir: string
  /** Demanded; without it a free one is chosen and kept. */
  port?: number | undefined
  /** For tests: nothing survives a power cut, and nothing waits for the disk. */
  ephemeral?: boolean
  /** By a process that lives as long as the shop: a command that began the server leaves it to that one. */
  keeps?: boolean
  say?: (line: string) => void
}

export type Postgres = {
  /** As the superuser, who runs migrations. */
  ownerUrl(database: string): string
  /** As the login of the shop, a member of shop_app. */
  appUrl(database: string): string
  /** Stops the server, unless another process started it. */
  stop(): Promise<void>
}

/** Starts the built-in PostgreSQL of a data folder, or joins the one that runs on it already. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const home = path.join(options.dataDir, 'postgres')
  const stateFile = path.join(home, 'state.json')
  return withLock(lockOf(stateFile), async () => {
    const state = await readState(stateFile)
    const place = await prepare(home, options)
    const running = state && findRunning(place.cluster)
    const isKept = options.keeps ?? false
    if (state && running) return join({ ...place, stateFile }, { ...state, port: running }, isKept)
    const fresh = { password: newPassword(), port: 0, owner: process.pid }
    const next = {
      ...(state ?? fresh),
      port: await demandPort(options.port, state?.port),
      owner: process.pid,
      isKept,
    }
    if (!state) await discardOrphan(place, home)
    await create(place, next.password, options.ephemeral ?? false)
    await writeState(stateFile, next)
    await launch(place, next.port, options.ephemeral ?? false)
    const server = handle({ ...place, stateFile }, next, true)
    await prepareLogins(server, next.password)
    return server
  })
}

type Place = { installation: Installation; cluster: string }
type KeptPlace = Place & { stateFile: string }

/** Whoever starts the server, or stops it, does so alone. */
function lockOf(stateFile: string): string {
  return path.join(path.dirname(stateFile), 'start.lock')
}

/** Where the data live: in DATA_DIR, unless root's helper cannot get there (a home folder of mode 700). */
async function prepare(home: string, options: PostgresOptions): Promise<Place> {
  await mkdir(home, { recursive: true, mode: 0o755 })
  const inside = path.join(home, 'cluster')
  const account = chooseAccount(ownerOf(inside))
  const installation = await openInstallation(account)
  await makePrivateFolder(inside, account)
  if (canReach(account, inside, '-w')) return { installation, cluster: inside }
  const cluster = path.join(sharedHome, createHash('sha256').update(inside).digest('hex').slice(0, 16))
  await makePrivateFolder(cluster, account)
  options.say?.(`the system user postgres cannot reach ${home}: PostgreSQL's files are in ${cluster}`)
  return { installation, cluster }
}

/** A running server belongs to whoever started it; when that process was killed, or only ran a command, to the shop that comes. */
async function join(place: KeptPlace, state: State, isKept: boolean): Promise<Postgres> {
  const isOurs = !isAlive(state.owner) || (isKept && !state.isKept)
  const kept = isOurs ? { ...state, owner: process.pid, isKept } : state
  if (isOurs) await writeState(place.stateFile, kept)
  return handle(place, kept, isOurs)
}

/**
 * Data outside DATA_DIR whose DATA_DIR was deleted: their password is gone, and so is the wish to keep them. Inside it, what
 * was never started may go; what was is the shop's, and somebody has to look.
 */
async function discardOrphan({ installation, cluster }: Place, home: string): Promise<void> {
  if (cluster.startsWith(home) && existsSync(path.join(cluster, 'postmaster.opts')))
    throw new CommandError(
      `${home} holds a database, and its password is gone with state.json: restore that file or a backup, or remove the folder`,
    )
  if (findRunning(cluster))
    await run(installation, 'pg_ctl', ['stop', '-D', cluster, '-m', 'immediate', '-w'])
  await rm(cluster, { recursive: true, force: true })
  await makePrivateFolder(cluster, installation.account)
}

async function create({ installation, cluster }: Place, password: string, ephemeral: boolean): Promise<void> {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return
  // Beside the data: the one place that is sure to be within reach of the account.
  const passwordFile = `${cluster}.password`
  const args = [
    '-D',
    cluster,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
  ]
  const locale = ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    await writePrivateFile(passwordFile, password, installation.account)
    await run(installation, 'initdb', [...args, ...locale, ...(ephemeral ? ['--no-sync'] : [])])
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function launch({ installation, cluster }: Place, port: number, ephemeral: boolean): Promise<void> {
  if (isStale(cluster)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
  const settings = { ...commonSettings, ...(ephemeral ? ephemeralSettings : {}), port }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const log = path.join(cluster, 'server.log')
  const start = () =>
    run(installation, 'pg_ctl', [
      'start',
      '-D',
      cluster,
      '-l',
      log,
      '-w',
      '-t',
      '90',
      '-s',
      '-o',
      flags.join(' '),
    ])
  try {
    await start()
  } catch (first) {
    // After kill -9 the server's children need a moment to notice, and hold its shared memory until then.
    await sleep(1500)
    await start().catch(() => {
      throw new Error(`PostgreSQL did not start: see ${log}`, { cause: first })
    })
  }
}

const commonSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 150,
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
}

const ephemeralSettings = {
  // Test files run beside each other, each with pools and processes of its own.
  max_connections: 400,
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
  deadlock_timeout: '50ms',
}

async function demandPort(demanded: number | undefined, kept: number | undefined): Promise<number> {
  const port = await choosePort(demanded ?? kept)
  if (demanded && port !== demanded) throw new Error(`POSTGRES_PORT ${demanded} is taken by another program`)
  return port
}

function handle({ installation, cluster, stateFile }: KeptPlace, state: State, isOurs: boolean): Postgres {
  const url = (user: string, database: string) =>
    `postgres://${user}:${state.password}@127.0.0.1:${state.port}/${database}`
  return {
    ownerUrl: (database) => url('postgres', database),
    appUrl: (database) => url('shop', database),
    async stop() {
      if (!isOurs) return
      await withLock(lockOf(stateFile), async () => {
        // A shop may have come meanwhile, and it is that one's now.
        const state = await readState(stateFile)
        if (state && state.owner !== process.pid) return
        await run(installation, 'pg_ctl', ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60', '-s'])
      })
    },
  }
}

/** The shop signs in as `shop`, which is nobody; `prisma/grants.sql` says what its role may do. */
async function prepareLogins(server: Postgres, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'shop'`)
    if (!rowCount) await client.query(`CREATE ROLE shop LOGIN PASSWORD ${client.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
}

/** Makes the database when it is missing; says whether it made it. */
export async function ensureDatabase(server: Postgres, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: server.ownerUrl('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
    return !rowCount
  } finally {
    await client.end()
  }
}

/** The original must be at rest: PostgreSQL refuses while anybody is connected to it. */
export async function cloneDatabase(server: Postgres, original: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl('postgres') })
  await client.connect()
  try {
    const [copy, from] = [client.escapeIdentifier(name), client.escapeIdentifier(original)]
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${from}`)
  } finally {
    await client.end()
  }
}
