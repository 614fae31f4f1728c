import type { Readable } from 'node:stream'
import { channels } from '#app/domain/sales/sale-entry.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
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
  const {
    id: number,
    time,
    channel,
    kind,
    enterprise,
    product,
    quantity,
    fen,
    district,
    reference,
  } = one.columns
  const headings = [number, time, channel, kind, enterprise, product, quantity, fen, district, reference]
  const columns = headings.map((heading) => ({ heading, width: 16 }))
  return streamSheet(format, { name: one.lines, columns }, parts(lines))
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
