import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '#app/platform/pictures/store.server.ts'
import { type PlatformRow, platformRow } from './platform-row.ts'

// The file itself is never kept: only what was read of it, which has nothing of who ordered (T76).

/** @param key of one attempt to begin an import: of two at once neither writes over the other's rows */
export async function keepRows(
  dataDir: string,
  key: string,
  rows: ReadonlyArray<PlatformRow>,
): Promise<void> {
  await writeAtomically(fileOf(dataDir, key), Buffer.from(JSON.stringify(rows)))
}

export async function readRows(dataDir: string, key: string): Promise<Array<PlatformRow>> {
  return z.array(platformRow).parse(JSON.parse(await readFile(fileOf(dataDir, key), 'utf8')))
}

export async function removeRows(dataDir: string, key: string): Promise<void> {
  await rm(fileOf(dataDir, key), { force: true })
}

function fileOf(dataDir: string, key: string): string {
  return path.join(dataDir, 'platform-imports', `${key}.json`)
}
