import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { isAlive } from '../lock.ts'
import type { Account } from './account.ts'

/** What must be remembered between starts; kept in DATA_DIR, readable by its owner only. */
export type State = {
  password: string
  port: number
  /** The process that stops the server at its end. */
  owner: number
  /** Whether that is a shop, and no command that is over in a minute. */
  isKept?: boolean
}

export async function readState(file: string): Promise<State | undefined> {
  if (!existsSync(file)) return undefined
  return JSON.parse(await readFile(file, 'utf8')) as State
}

export async function writeState(file: string, state: State): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o755 })
  // On the disk before it takes the place of the one before: after a power cut it is one or the other, and whole.
  await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

/** Whoever began a folder of data owns it; undefined when there is none. */
export function ownerOf(folder: string): Account | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && { uid: found.uid, gid: found.gid }
}

/** The port of the server that runs on this data; undefined when none does. */
export function findRunning(cluster: string): number | undefined {
  const [pid, , , port] = readLines(path.join(cluster, 'postmaster.pid'))
  if (!pid || !port || !isAlive(Number(pid)) || !isPostgres(Number(pid))) return undefined
  return Number(port)
}

/** Whether a lock file was left by a server that was killed, its id now taken by another program. */
export function isStale(cluster: string): boolean {
  const [pid] = readLines(path.join(cluster, 'postmaster.pid'))
  return !!pid && !(isAlive(Number(pid)) && isPostgres(Number(pid)))
}

function isPostgres(pid: number): boolean {
  const command = `/proc/${pid}/comm`
  // Where there is no /proc, the process that lives is believed to be ours.
  return process.platform !== 'linux' || readLines(command)[0] === 'postgres'
}

function readLines(file: string): Array<string> {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** `wanted` when it is free on loopback, else any free port. */
export async function choosePort(wanted?: number): Promise<number> {
  return wanted && (await tryPort(wanted))
    ? wanted
    : ((await tryPort(0)) ?? Promise.reject(new Error('no free port')))
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const { port: chosen } = server.address() as net.AddressInfo
      server.close(() => resolve(chosen))
    })
  })
}
