import { addFen, type Fen, zeroFen } from '#app/kernel/money.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import {
  type SheetCell,
  type SheetFormat,
  writeSheet,
  yuanCell,
} from '#app/platform/sheets/write-sheet.server.ts'
import { type BreakdownRow, nameOfRow } from './breakdown.ts'
import type { Analysis } from './read-analysis.server.ts'

/** The table of a breakdown with its sums, as the page shows it; amounts in yuan, as numbers (T67). */
export async function writeAnalysis(
  { by, before, rows }: Pick<Analysis, 'by' | 'before' | 'rows'>,
  words: Pick<StaffMessages, 'analysis' | 'reports'>,
  format: SheetFormat,
): Promise<Uint8Array> {
  const t = words.analysis
  const c = t.columns
  const amounts: Array<readonly [heading: string, of: (row: BreakdownRow) => Fen | null]> = [
    [c.sales, ({ salesFen }) => salesFen],
    [c.signed, ({ signedFen }) => signedFen],
    [c.total, ({ totalFen }) => totalFen],
    [c.verified, ({ verifiedFen }) => verifiedFen],
  ]
  if (before)
    amounts.push([before.name ? c.fairBefore(before.name) : c.dayBefore, ({ beforeFen }) => beforeFen])
  if (rows.some(({ targetFen }) => targetFen !== null)) amounts.push([c.target, ({ targetFen }) => targetFen])
  const sum = (of: (row: BreakdownRow) => Fen | null) => addFen(...rows.map((row) => of(row) ?? zeroFen))
  return await writeSheet(format, {
    name: t.breakdowns[by],
    columns: [
      { heading: c.name, width: 28 },
      { heading: c.entries, width: 10 },
      ...amounts.map(([heading]) => ({ heading, width: 18, isMoney: true })),
    ],
    rows: [
      ...rows.map(
        (row): Array<SheetCell> => [
          nameOfRow(row, words),
          row.entries,
          ...amounts.map(([, of]) => cellOf(of(row))),
        ],
      ),
      [
        t.sum,
        rows.reduce((all, { entries }) => all + entries, 0),
        ...amounts.map(([, of]) => yuanCell(sum(of))),
      ],
    ],
  })
}

function cellOf(amount: Fen | null): number | null {
  return amount === null ? null : yuanCell(amount)
}
