import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { openSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import pg from 'pg'
import { readEnv } from '#app/platform/env.server.ts'
import { createServices, type Services } from '#app/platform/services.server.ts'
import { choosePort } from '#server/postgres/state.ts'

export type OwnShop = {
  url: string
  /** The shop's own code on the same data. */
  services: Services
  /** One connection with every right. */
  owner: pg.Client
  readLog(): Promise<string>
  stop(): Promise<void>
}

/** A second web process on a copy of the demonstration data, for tests that must be alone in the shop. */
export async function openOwnShop(name: string, own: Record<string, string> = {}): Promise<OwnShop> {
  const { DATABASE_URL = '', DATABASE_OWNER_URL = '' } = process.env
  const database = `${name}_${randomBytes(4).toString('hex')}`
  const owner = await copyDatabase(DATABASE_OWNER_URL, database)
  const port = await choosePort()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: inDatabase(DATABASE_URL, database),
    ...own,
  }
  const logFile = path.resolve('test-results', `${name}.log`)
  await mkdir(path.dirname(logFile), { recursive: true })
  const child = spawn(process.execPath, ['server/serve.ts'], {
    env,
    stdio: ['ignore', openSync(logFile, 'a'), 'inherit', 'ipc'],
  })
  const url = `http://localhost:${port}`
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  await expect.poll(isReady, { timeout: 30_000, intervals: [100] }).toBe(true)
  const services = createServices(readEnv({ ...env, LOG_LEVEL: 'silent' }))
  return {
    url,
    services,
    owner,
    readLog: () => readFile(logFile, 'utf8'),
    async stop() {
      await services.db.$disconnect()
      await services.pool.end()
      await owner.end()
      await end(child)
    },
  }
}

async function copyDatabase(serverUrl: string, database: string): Promise<pg.Client> {
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  await server.query(`CREATE DATABASE ${database} TEMPLATE pristine`)
  await server.end()
  const owner = new pg.Client({ connectionString: inDatabase(serverUrl, database) })
  await owner.connect()
  return owner
}

function inDatabase(url: string, database: string): string {
  return url.replace(/[^/]+$/, database)
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
