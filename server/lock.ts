import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a process of that id lives; one that we may not signal does. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** In a container without an init, an ended process that nobody waits for keeps its id. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').slice(0, 80))
  } catch {
    return false
  }
}

/** Of this process: after a restart in a container another one may have had its id. */
const held = new Set<string>()
const patience = 10_000

/** One process of this machine at a time; a lock whose owner was killed, or died while it wrote its name, is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true })
  for (let waited = 0; !(await take(file)); waited += 100) {
    const owner = await findAbandoned(file)
    if (owner !== null) await removeAbandoned(file, owner)
    if (waited === patience) process.stderr.write(`waiting for another process, which holds ${file}\n`)
    await sleep(100)
  }
  held.add(file)
  try {
    return await work()
  } finally {
    held.delete(file)
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    try {
      await handle.writeFile(String(process.pid))
    } catch (error) {
      await rm(file, { force: true })
      throw error
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** What stands in a lock that nobody holds; null while somebody does. */
async function findAbandoned(file: string): Promise<string | null> {
  try {
    const text = await readFile(file, 'utf8')
    const owner = Number(text)
    if (owner === process.pid) return held.has(file) ? null : text
    if (owner) return isAlive(owner) ? null : text
    // Written in one go: one that is still empty after a second stays so.
    const { mtimeMs } = await stat(file)
    return Date.now() - mtimeMs > 1_000 ? text : null
  } catch {
    return null
  }
}

/** Of two who find it abandoned, the second must not remove what the first has put there meanwhile. */
async function removeAbandoned(file: string, owner: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
    if ((await readFile(aside, 'utf8')) !== owner) await link(aside, file)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await rm(aside, { force: true })
  }
}
