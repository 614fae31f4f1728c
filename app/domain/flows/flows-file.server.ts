import { addFen, type Fen } from '#app/kernel/money.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import {
  type SheetCell,
  type SheetFormat,
  writeSheet,
  yuanCell,
} from '#app/platform/sheets/write-sheet.server.ts'
import type { Flow } from './flow.ts'

const amounts = ['salesFen', 'signedFen', 'totalFen', 'verifiedFen'] as const

/** The table of the flows with their sums, as the page shows it; amounts in yuan, as numbers (T67). */
export async function writeFlows(
  rows: ReadonlyArray<Flow>,
  { flows: t }: Pick<StaffMessages, 'flows'>,
  format: SheetFormat,
): Promise<Uint8Array> {
  const { district, division, pair, entries, sales, signed, total, verified } = t.columns
  const sum = (of: (flow: Flow) => Fen) => yuanCell(addFen(...rows.map(of)))
  return await writeSheet(format, {
    name: t.title,
    columns: [
      { heading: district, width: 18 },
      { heading: division, width: 18 },
      { heading: pair, width: 8 },
      { heading: entries, width: 10 },
      ...[sales, signed, total, verified].map((heading) => ({ heading, width: 18, isMoney: true })),
    ],
    rows: [
      ...rows.map(
        (flow): Array<SheetCell> => [
          flow.district,
          flow.division,
          flow.isPaired ? t.paired : null,
          flow.entries,
          ...amounts.map((of) => yuanCell(flow[of])),
        ],
      ),
      [
        t.sum,
        null,
        null,
        rows.reduce((all, flow) => all + flow.entries, 0),
        ...amounts.map((of) => sum((flow) => flow[of])),
      ],
    ],
  })
}
