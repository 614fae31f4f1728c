import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { actOnImport } from '#app/domain/listings/import/act-on-import.server.ts'
import { columns } from '#app/domain/listings/import/columns.ts'
import { readImportJob } from '#app/domain/listings/import/import-job.server.ts'
import { listFaultyRows } from '#app/domain/listings/import/import-views.server.ts'
import { runImports } from '#app/domain/listings/import/run-imports.server.ts'
import { startImport } from '#app/domain/listings/import/start-import.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { writeText, writeWorkbook } from '#app/platform/sheets/write-sheet.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { TestDatabase } from './database.ts'
import { listingServices } from './listings.ts'
import { runningClock } from './people.ts'

/** A line of a file, by column. */
export type Line = Record<string, string>

export async function importServices(database: Pick<TestDatabase, 'db' | 'pool'>) {
  const own = await listingServices(database)
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'imports-'))
  return { ...own, clock: runningClock(), env: { DATA_DIR }, log: { error: console.error } as never }
}

/** What the background takes: a test's services, or a measurement's. */
export type ImportRunner = Parameters<typeof runImports>[0]

/** A line that has no fault; its photo is `{sku}.jpg`. */
export function soundLine(sku: string, changes: Line = {}): Line {
  return {
    'variant.sku': sku,
    title: `敖汉黄小米 ${sku}`,
    subcategoryCode: '粮油/小米',
    'variant.label': '500g 袋装',
    'variant.priceFen': '19.90',
    'variant.stock': '40',
    'variant.netGrams': '500',
    pictures: `${sku}.jpg`,
    description: '旱坡地上一年一季，慢慢熬出米油来。',
    'label.foodName': '小米',
    'label.ingredients': '小米',
    'label.netContent': '500g',
    'label.storage': '阴凉干燥处',
    'label.foodLicence': 'SC10115043000012',
    'label.standard': 'GB/T 11766',
    ...changes,
  }
}

function tableOf(lines: ReadonlyArray<Line>) {
  const used = columns.filter(({ key }) => lines.some((line) => line[key] !== undefined))
  return {
    columns: used.map(({ zh }) => ({ heading: zh, width: 10 })),
    rows: lines.map((line) => used.map(({ key }) => line[key] ?? null)),
  }
}

export async function workbookOf(lines: ReadonlyArray<Line>): Promise<File> {
  const bytes = await writeWorkbook({ name: '商品', ...tableOf(lines) })
  return new File([new Uint8Array(bytes)], '商品.xlsx')
}

export function csvOf(lines: ReadonlyArray<Line>): File {
  return new File([new Uint8Array(writeText(tableOf(lines)))], '商品.csv')
}

/** Each of another colour, so that none is another. */
export async function photoOf(index: number): Promise<Buffer> {
  const background = { r: index % 256, g: Math.floor(index / 256) * 16, b: 90 }
  return await sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

/** Uploads and has it checked. */
export async function check(
  services: ImportRunner,
  scope: EnterpriseScope,
  sheet: File,
  photos: File | null = null,
): Promise<string> {
  const started = await startImport(services, scope, { sheet, photos })
  if (!started.ok) throw new Error(started.code)
  await runImports(services)
  return started.value.id
}

export async function begin(services: ImportRunner, scope: EnterpriseScope, id: string): Promise<void> {
  const begun = await actOnImport(services, scope, id, new FormData())
  if (!begun.ok) throw new Error(begun.code)
}

export async function jobOf({ pool }: ImportRunner, { enterpriseId }: EnterpriseScope, id: string) {
  const job = await readImportJob(sqlOn(pool), enterpriseId, id)
  if (!job) throw new Error('no such job')
  return job
}

export function faultsOf({ pool }: ImportRunner, id: string) {
  return listFaultyRows(sqlOn(pool), id, 0, 10_000)
}
