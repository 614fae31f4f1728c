import { z } from 'zod'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { decodeText } from '#app/platform/sheets/decode-text.ts'
import { readSheet, type SheetRow } from '#app/platform/sheets/read-sheet.server.ts'
import { type PlannedRow, planFile, type ShippedFile, shipFile } from './ship-file.server.ts'
import { readTrackingTable, tableOf, trackingRow } from './tracking-file.ts'

type FileRefusal = Failure<'nothing' | 'tooMany' | 'notASheet'>
export type ShipFileAnswer = {
  plan?: Array<PlannedRow>
  shipped?: ShippedFile
  failure?: FileRefusal['code']
}

const mostRows = 500
/** What the page of the plan sends back: the rows that it has shown. */
const shownRows = z.string().transform((text, context) => {
  const rows = z.array(trackingRow).min(1).max(mostRows).safeParse(parseJson(text))
  if (rows.success) return rows.data
  context.addIssue({ code: 'custom', message: 'nothing' })
  return z.NEVER
})

/** First what each row would do; then, confirmed, the same rows are shipped. */
export async function answerShipFile(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  form: FormData,
): Promise<ShipFileAnswer> {
  if (form.get('intent') === 'ship') {
    const rows = shownRows.safeParse(form.get('shown'))
    return rows.success ? { shipped: await shipFile(services, scope, rows.data) } : { failure: 'nothing' }
  }
  const table = await readTable(form)
  if (!table.ok) return { failure: table.code }
  const read = readTrackingTable(table.value)
  const count = read.rows.length + read.faults.length
  if (count === 0) return { failure: 'nothing' }
  return count > mostRows ? { failure: 'tooMany' } : { plan: await planFile(services, scope, read) }
}

/** A file that was chosen, else what was pasted. */
async function readTable(form: FormData): Promise<Result<Array<SheetRow>, FileRefusal>> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return success(tableOf(String(form.get('rows') ?? '')))
  const bytes = await file.bytes()
  const sheet = await readSheet(bytes, { most: mostRows })
  if (sheet.ok) return sheet
  // One line, without a heading.
  if (sheet.code === 'empty') return success(tableOf(decodeText(bytes) ?? ''))
  return failure(sheet.code === 'too-many-rows' ? 'tooMany' : 'notASheet')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
