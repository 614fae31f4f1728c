import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Where each file of a folder is, however deep. */
export async function keptFiles(folder: string): Promise<Array<string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}
