import type { StaffMessages } from '#app/messages/messages.ts'
import {
  type SheetCell,
  type SheetFormat,
  writeSheet,
  yuanCell,
} from '#app/platform/sheets/write-sheet.server.ts'
import { type ComparedRow, type Comparison, figureRows, measuresOf } from './comparison.ts'

/** The fairs side by side, as the page shows them: amounts in yuan as numbers (T67), what was printed as it was. */
export async function writeComparison(
  comparison: Comparison,
  { comparisons: t, fairs: fairWords, reports, common }: StaffMessages,
  format: SheetFormat,
): Promise<Uint8Array> {
  const { fairs, divisions, days } = comparison
  const part = (title: string, rows: ReadonlyArray<ComparedRow>): Array<Array<SheetCell>> =>
    rows.map(({ name, amounts }) => [
      title,
      name,
      ...amounts.map((amount) => (amount === null ? null : yuanCell(amount))),
    ])
  const named = (names: Readonly<Record<string, string>>, rows: ReadonlyArray<ComparedRow>) =>
    rows.map((row) => ({ ...row, name: names[row.key] ?? row.name }))
  return await writeSheet(format, {
    name: t.title,
    columns: [
      { heading: t.part, width: 14 },
      { heading: t.item, width: 18 },
      ...fairs.map(({ name, isDemonstration }) => ({
        heading: isDemonstration ? `${name} (${common.demonstration})` : name,
        width: 24,
        isMoney: true,
      })),
    ],
    rows: [
      ...part(t.figures, named(t.rows, figureRows(fairs))),
      [
        t.printed,
        null,
        ...fairs.map(({ printed }) => common.list(printed.map(({ label, text }) => `${label} ${text}`))),
      ],
      ...part(t.channels, named(reports.channels, comparison.channels)),
      ...part(t.divisions, divisions),
      ...part(
        t.days,
        days.map((row) => ({ ...row, name: t.day(Number(row.key)) })),
      ),
      // Words, so that people are not shown as money.
      ...measuresOf(fairs).map(
        (kind): Array<SheetCell> => [
          t.counts,
          fairWords.measures[kind],
          ...fairs.map(({ measures }) => measures[kind]?.toString() ?? null),
        ],
      ),
      [t.counts, t.rows.exhibitors, ...fairs.map(({ exhibitors }) => exhibitors.toString())],
    ],
  })
}
