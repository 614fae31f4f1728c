import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '#app/platform/pictures/store.server.ts'
import { type PlatformRow, platformRow } from './platform-row.ts'

// The file itself is never kept: only what was read of it, which has nothing of who ordered (T76).

export async function keepRows(dataDir: string, id: string, rows: ReadonlyArray<PlatformRow>): Promise<void> {
  await writeAtomically(fileOf(dataDir, id), Buffer.from(JSON.stringify(rows)))
}

export async function readRows(dataDir: string, id: string): Promise<Array<PlatformRow>> {
  return z.array(platformRow).parse(JSON.parse(await readFile(fileOf(dataDir, id), 'utf8')))
}

export async function removeRows(dataDir: string, id: string): Promise<void> {
  await rm(fileOf(dataDir, id), { force: true })
}

function fileOf(dataDir: string, id: string): string {
  return path.join(dataDir, 'platform-imports', `${id}.json`)
}
