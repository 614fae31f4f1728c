import { shanghaiMinute } from '#app/kernel/clock.ts'
import { addFen, type Fen, zeroFen } from '#app/kernel/money.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type SheetCell, writeWorkbook, yuanCell } from '#app/platform/sheets/write-sheet.server.ts'
import type { FoundStatement } from './find-statement.server.ts'
import { listLines } from './list-lines.server.ts'

const chunk = 5_000
type Amounts = Record<'itemsFen' | 'shippingFen' | 'feeFen' | 'netFen', Fen>

/** Every line and, last, their sums: amounts are numbers of yuan, which a spreadsheet adds up to the same figures. */
export async function writeStatement(
  services: Pick<Services, 'pool'>,
  found: FoundStatement,
  t: StaffMessages['settlements'],
): Promise<Uint8Array> {
  const rows: Array<Array<SheetCell>> = []
  let total: Amounts = { itemsFen: zeroFen, shippingFen: zeroFen, feeFen: zeroFen, netFen: zeroFen }
  let after: string | null = null
  do {
    const page = await listLines(services, found, after, chunk)
    for (const line of page.items) {
      const { occurredAt, kind, orderNumber } = line
      rows.push([shanghaiMinute(occurredAt), t.line.kinds[kind], orderNumber, ...amounts(line)])
      total = addUp(total, line)
    }
    after = page.next
  } while (after)
  return await writeWorkbook({
    name: found.statement.period,
    columns: [
      { heading: t.line.time, width: 18 },
      { heading: t.line.kind, width: 12 },
      { heading: t.line.order, width: 26 },
      ...[t.columns.items, t.columns.shipping, t.columns.fee, t.columns.net].map((heading) => ({
        heading,
        width: 14,
        isMoney: true,
      })),
    ],
    rows: [...rows, [t.page.sums, null, null, ...amounts(total)]],
  })
}

function addUp(total: Amounts, line: Amounts): Amounts {
  return {
    itemsFen: addFen(total.itemsFen, line.itemsFen),
    shippingFen: addFen(total.shippingFen, line.shippingFen),
    feeFen: addFen(total.feeFen, line.feeFen),
    netFen: addFen(total.netFen, line.netFen),
  }
}

function amounts(line: Amounts): Array<number> {
  return [yuanCell(line.itemsFen), yuanCell(line.shippingFen), -yuanCell(line.feeFen), yuanCell(line.netFen)]
}
