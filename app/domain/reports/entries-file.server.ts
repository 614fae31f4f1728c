import type { Readable } from 'node:stream'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import type { Services } from '#app/platform/services.server.ts'
import {
  type SheetCell,
  type SheetFormat,
  streamSheet,
  yuanCell,
} from '#app/platform/sheets/write-sheet.server.ts'
import type { EntryFilter } from './entry-filter.ts'
import { type EntryItem, readAllEntries } from './list-entries.server.ts'

/** As many entries as there are, made while they are read (T71); amounts in yuan, as numbers. */
export function entriesFile(
  services: Pick<Services, 'pool'>,
  exhibitionId: number,
  locale: Locale,
  filter: EntryFilter,
  words: Pick<StaffMessages, 'analysis' | 'reports'>,
  format: SheetFormat,
): Readable {
  async function* parts() {
    for await (const items of readAllEntries(services, exhibitionId, locale, filter))
      yield items.map((item) => rowOf(item, words))
  }
  const { title: name, columns: headings } = words.analysis.list
  const columns = Object.entries(headings).map(([key, heading]) => ({
    heading,
    width: 16,
    isMoney: key === 'amount',
  }))
  return streamSheet(format, { name, columns }, parts())
}

/** In the order of the headings. */
function rowOf(
  item: EntryItem,
  { analysis, reports }: Pick<StaffMessages, 'analysis' | 'reports'>,
): Array<SheetCell> {
  const recorders: Record<string, string> = analysis.list.recorders
  return [
    item.id,
    shanghaiMinute(item.occurredAt),
    reports.channels[item.channel],
    reports.kinds[item.kind],
    item.enterprise,
    item.isShipping ? analysis.list.shipping : item.product,
    item.quantity,
    item.grams,
    yuanCell(item.amountFen),
    item.district,
    item.isVerified ? analysis.list.states.verified : analysis.list.states.claimed,
    recorders[item.recordedBy] ?? item.recordedBy,
    item.note,
    item.reference,
    item.correctsId,
  ]
}
