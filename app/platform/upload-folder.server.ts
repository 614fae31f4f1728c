import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { absent, removeOlder } from './pictures/store.server.ts'

/** The name of a new file for what a person sends: ours alone (T66). It says whose work it is, should that work be cut short. */
export function newUpload(dataDir: string): string {
  mkdirSync(folderOf(dataDir), { recursive: true })
  return path.join(folderOf(dataDir), `${hostname()}.${process.pid}.${randomUUID()}`)
}

/** At the start of a process: what those left that were killed. Others, here or on another machine, are at work. */
export async function removeLeftUploads(dataDir: string): Promise<void> {
  for (const name of (await readdir(folderOf(dataDir)).catch(absent)) ?? []) {
    const [, host, pid] = /^(.*)\.(\d+)\.[0-9a-f-]{36}(?:\.webp)?$/.exec(name) ?? []
    if (host === hostname() && !isAtWork(Number(pid)))
      await rm(path.join(folderOf(dataDir), name), { force: true })
  }
}

/** What lies there longer was left by a machine that is gone. */
export async function forgetUploads(dataDir: string, before: Date): Promise<void> {
  await removeOlder(folderOf(dataDir), before)
}

/** Another than this one, which has just started: in a container a process has the number of the one before it. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function folderOf(dataDir: string): string {
  return path.join(dataDir, 'uploads')
}
