import { createHash } from 'node:crypto'
import type { Channel } from '#app/domain/sales/sale-entry.ts'
import { threeFigures } from '#app/domain/sales/three-figures.ts'
import { addFen, type Fen, zeroFen } from '#app/kernel/money.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { ChannelSums, PressLines, PressSums } from './press-figure.ts'

export type PressLine = {
  id: string
  occurredAt: Date
  channel: Channel
  kind: string
  enterprise: string
  product: string | null
  quantity: number
  amountFen: Fen
  district: string | null
  reference: string
}

const batchSize = 10_000

/**
 * The lines in the order of the ledger. A correction belongs to the moment of what it corrects, however late it
 * came: a booth sale that was entered wrongly yesterday was never part of yesterday's figure. A refund is of its own
 * moment: what was sold then was sold.
 */
export async function* readPressLines(
  sql: Sql,
  { exhibitionId, cutOff, lastEntryId, lastVerificationId }: PressLines,
): AsyncGenerator<Array<PressLine>> {
  let after = '0'
  while (true) {
    const lines = await sql.$queryRaw<Array<PressLine>>`
      SELECT e.id::text, e.occurred_at AS "occurredAt", e.channel, e.kind, s.slug AS enterprise, p.slug AS product, e.quantity,
        e.amount_fen::float8 AS "amountFen", e.beijing_district_code AS district, e.source || ':' || e.external_ref AS reference
      FROM sale_entry e JOIN sale_verification v ON v.entry_id = e.id
      JOIN enterprise s ON s.id = e.enterprise_id LEFT JOIN product p ON p.id = e.product_id
      LEFT JOIN sale_entry c ON c.id = e.corrects_id
      WHERE e.exhibition_id = ${exhibitionId} AND e.id > ${after}::bigint AND e.id <= ${String(lastEntryId)}::bigint
        AND v.id <= ${String(lastVerificationId)}::bigint AND COALESCE(c.occurred_at, e.occurred_at) <= ${cutOff}
      ORDER BY e.id LIMIT ${batchSize}`
    if (lines.length > 0) yield lines
    if (lines.length < batchSize) return
    after = lines.at(-1)?.id ?? after
  }
}

/** A line as it is hashed: fields in this order, a tab between them, a line feed after the last. */
function hashedLine(line: PressLine): string {
  const { id, occurredAt, channel, kind, enterprise, product, quantity, amountFen, district, reference } =
    line
  const fields = [
    id,
    occurredAt.toISOString(),
    channel,
    kind,
    enterprise,
    product ?? '',
    quantity,
    amountFen,
    district ?? '',
    reference,
  ]
  return `${fields.join('\t')}\n`
}

/** Sums and SHA-256 of the lines, read once from beginning to end. */
export async function sumLines(sql: Sql, lines: PressLines): Promise<PressSums & { sha256: string }> {
  const hash = createHash('sha256')
  const channels: ChannelSums = {}
  let count = 0
  for await (const batch of readPressLines(sql, lines)) {
    for (const line of batch) {
      hash.update(hashedLine(line))
      channels[line.channel] = addFen(channels[line.channel] ?? zeroFen, line.amountFen)
    }
    count += batch.length
  }
  return { ...sumsOf(count, channels), sha256: hash.digest('hex') }
}

export function sumsOf(lines: number, channels: ChannelSums): PressSums {
  const { salesFen, signedFen } = threeFigures(Object.entries(channels))
  return { lines, channels, salesFen, signedFen }
}
