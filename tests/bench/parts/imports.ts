import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { runImports } from '#app/domain/listings/import/run-imports.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createDatabase, createPool } from '#app/platform/db.server.ts'
import { begin, check, type ImportRunner, jobOf, soundLine, workbookOf } from '#tests/support/imports.ts'
import { createMember } from '#tests/support/staff.ts'
import { zipOf } from '#tests/support/zip.ts'
import type { Part } from '../support/context.ts'
import { snapshotOf } from '../support/photos.ts'
import { figureRow, type Row } from '../support/sample.ts'

/** The fair's catalogue with a photo of each, and a spreadsheet ten times as long whose products share them (T69). */
const fair = 1_040
const long = 10_000

/** Each file is checked, imported, and sent once more, by an enterprise that had nothing before. */
export const imports: Part = ({ databases, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url }) => {
    const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 4 })
    // A connection that is about to end may still be cut off when its database is dropped.
    pool.on('error', () => undefined)
    const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'bench-imports-'))
    const log = { error: console.error } as never
    const services = { pool, db: createDatabase(pool), clock: systemClock, env: { DATA_DIR }, log }
    try {
      const photos = await zipOfPhotos()
      return [
        ...(await measure(services, fair, photos, { dryRun: 5, commit: 30 })),
        ...(await measure(services, long, photos, { dryRun: 60, commit: 180 })),
      ]
    } finally {
      await services.db.$disconnect()
      await pool.end()
      await rm(DATA_DIR, { recursive: true })
    }
  })

async function measure(
  services: ImportRunner,
  products: number,
  photos: Uint8Array<ArrayBuffer>,
  goal: { dryRun: number; commit: number },
): Promise<Array<Row>> {
  const owner = await createOwner(services)
  const lines = Array.from({ length: products }, (_, index) =>
    soundLine(`B${products}-${String(index).padStart(5, '0')}`, {
      subcategoryCode: '粮油杂粮/小米',
      pictures: photoName(index % fair),
    }),
  )
  const sheet = await workbookOf(lines)
  const send = () => check(services, owner, sheet, new File([photos], 'photos.zip'))
  const first = await timed(send)
  const commit = await timed(() => finish(services, owner, first.value))
  const again = await timed(async () => finish(services, owner, await send()))
  const { createdRows } = commit.value
  const { createdRows: twice, changedRows } = again.value
  if (createdRows !== products || twice + changedRows > 0)
    throw new Error('an import did not do what it should')
  const name = `${products.toLocaleString('en')} products and photos`
  const row = (act: string, seconds: number, atMost: number) =>
    figureRow([seconds], { name: `${name}: ${act}`, unit: 's' }, { atMost })
  return [
    row('upload and dry run', first.seconds, goal.dryRun),
    row('import', commit.seconds, goal.commit),
    row('the same again, no change', again.seconds, goal.commit),
  ]
}

async function finish(services: ImportRunner, owner: EnterpriseScope, id: string) {
  await begin(services, owner, id)
  await runImports(services)
  return await jobOf(services, owner, id)
}

async function createOwner({ db }: ImportRunner): Promise<EnterpriseScope> {
  const { id } = await db.enterprise.findFirstOrThrow({
    where: { listings: { some: {} } },
    orderBy: { id: 'desc' },
  })
  return await createMember(db, id)
}

async function zipOfPhotos(): Promise<Uint8Array<ArrayBuffer>> {
  const files = await Promise.all(
    Array.from({ length: fair }, async (_, index) => ({
      name: photoName(index),
      content: await snapshotOf(index),
    })),
  )
  return new Uint8Array(zipOf(files))
}

function photoName(index: number): string {
  return `${index}.jpg`
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const from = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - from) / 1_000 }
}
