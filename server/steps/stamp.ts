import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from '../lock.ts'

/**
 * Does `work` unless it was done for exactly these sources; `stampFile` remembers for which. Says whether
 * it did. Two processes of one clone do not do it at once.
 */
export function unlessDone(
  stampFile: string,
  sources: Array<string>,
  work: () => Promise<void>,
): Promise<boolean> {
  return withLock(
    path.join('node_modules/.cache', `${path.basename(path.dirname(stampFile))}.lock`),
    async () => {
      const wanted = await hashFiles(sources)
      if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === wanted) return false
      await work()
      await mkdir(path.dirname(stampFile), { recursive: true })
      await writeFile(stampFile, wanted)
      return true
    },
  )
}

async function hashFiles(sources: Array<string>): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await Promise.all(sources.map(listFiles))).flat()) {
    hash.update(`${file}\0`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}

async function listFiles(source: string): Promise<Array<string>> {
  if (!(await stat(source)).isDirectory()) return [source]
  const entries = await readdir(source, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join('app', 'generated')))
    .sort()
}
