import type { Readable } from 'node:stream'
import type { Services } from '#app/platform/services.server.ts'
import { streamText } from '#app/platform/sheets/write-sheet.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { readFigureLines } from './figure-views.server.ts'
import { readPressLines } from './press-lines.server.ts'

/**
 * Every line of a frozen figure, in the order and with the fields of its hash, however many there are: whoever has
 * the file can add it up. Null for no figure.
 * @param headings of id, time, channel, kind, enterprise, product, quantity, fen, district, reference
 */
export async function figureFile(
  { pool }: Pick<Services, 'pool'>,
  exhibitionId: number,
  id: string,
  headings: ReadonlyArray<string>,
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
  return streamText(
    headings.map((heading) => ({ heading, width: 16 })),
    parts(lines),
  )
}
