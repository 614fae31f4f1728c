import type { Readable } from 'node:stream'
import { channels } from '#app/domain/sales/sale-entry.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { addFen, type Fen, subtractFen, zeroFen } from '#app/kernel/money.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import type { Services } from '#app/platform/services.server.ts'
import {
  type SheetCell,
  type SheetFormat,
  streamSheet,
  writeSheet,
  yuanCell,
} from '#app/platform/sheets/write-sheet.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { readAllDifferences } from './figure-differences.server.ts'
import { type FigureView, readFigureLines } from './figure-views.server.ts'
import { readPressLines } from './press-lines.server.ts'

/**
 * Every line of a frozen figure, in the order and with the fields of its hash, however many there are: whoever has
 * the file can add it up. Null for no figure.
 */
export async function figureLinesFile(
  { pool }: Pick<Services, 'pool'>,
  exhibitionId: number,
  id: string,
  { one }: StaffMessages['reports'],
  format: SheetFormat,
): Promise<Readable | null> {
  const sql = sqlOn(pool)
  const lines = await readFigureLines(sql, exhibitionId, id)
  if (!lines) return null
  async function* parts(of: NonNullable<typeof lines>) {
    for await (const batch of readPressLines(sql, of))
      yield batch.map((line) => [
        line.id,
        line.occurredAt.toISOString(),
        line.channel,
        line.kind,
        line.enterprise,
        line.product,
        line.quantity,
        line.amountFen,
        line.district,
        line.reference,
      ])
  }
  const { id: number, fen, ...c } = one.columns
  const headings = [number, c.time, c.channel, c.kind, c.enterprise, c.product, c.quantity, fen]
  const columns = [...headings, c.district, c.reference].map((heading) => ({ heading, width: 16 }))
  return streamSheet(format, { name: one.lines, columns }, parts(lines))
}

/** What makes the difference between a figure and the same cut-off today, in words and yuan. Null for no figure. */
export async function differencesFile(
  { pool }: Pick<Services, 'pool'>,
  exhibitionId: number,
  id: string,
  locale: Locale,
  { one, channels: channelWords, kinds }: StaffMessages['reports'],
  format: SheetFormat,
): Promise<Readable | null> {
  const sql = sqlOn(pool)
  const figure = await readFigureLines(sql, exhibitionId, id)
  if (!figure) return null
  const kindWords: Readonly<Record<string, string>> = kinds
  async function* parts(of: NonNullable<typeof figure>) {
    for await (const batch of readAllDifferences(sql, of, locale))
      yield batch.map((line) => [
        line.id,
        shanghaiMinute(line.occurredAt),
        channelWords[line.channel],
        kindWords[line.kind] ?? line.kind,
        line.enterprise,
        line.product,
        line.quantity,
        yuanCell(line.amountFen),
        line.district,
        line.reference,
      ])
  }
  const { fen: _, amount, ...c } = one.columns
  const headings = [c.id, c.time, c.channel, c.kind, c.enterprise, c.product, c.quantity, amount]
  const columns = [...headings, c.district, c.reference].map((heading) => ({
    heading,
    width: 16,
    isMoney: heading === amount,
  }))
  return streamSheet(format, { name: one.differences, columns }, parts(figure))
}

/** What is given to the press, beside what the same cut-off comes to today and the difference. */
export async function writeFigure(
  figure: FigureView,
  t: StaffMessages['reports'],
  format: SheetFormat,
): Promise<Uint8Array> {
  const { today } = figure
  const amounts = (name: string, frozen: Fen, now: Fen): Array<SheetCell> => [
    name,
    yuanCell(frozen),
    yuanCell(now),
    yuanCell(subtractFen(now, frozen)),
  ]
  const total = ({ salesFen, signedFen }: FigureView['today']) => addFen(salesFen, signedFen)
  const facts = [
    t.figure.cutOff(shanghaiMinute(figure.cutOff)),
    t.figure.lines(figure.lines),
    t.figure.frozenBy(figure.frozenBy, shanghaiMinute(figure.frozenAt)),
    ...(figure.restates ? [t.figure.restates(figure.restates)] : []),
    `SHA-256 ${figure.sha256}`,
  ]
  return await writeSheet(format, {
    name: t.title,
    columns: [
      { heading: figure.label, width: 28 },
      ...[t.one.frozen, t.one.today, t.one.differs].map((heading) => ({ heading, width: 20, isMoney: true })),
    ],
    rows: [
      amounts(t.figure.total, total(figure), total(today)),
      amounts(t.figure.sales, figure.salesFen, today.salesFen),
      amounts(t.figure.signed, figure.signedFen, today.signedFen),
      ...channels.map((channel) =>
        amounts(t.channels[channel], figure.channels[channel] ?? zeroFen, today.channels[channel] ?? zeroFen),
      ),
      ...facts.map((fact): Array<SheetCell> => [fact]),
    ],
  })
}
