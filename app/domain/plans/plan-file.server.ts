import { subtractFen } from '#app/kernel/money.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import { type SheetFormat, writeSheet, yuanCell } from '#app/platform/sheets/write-sheet.server.ts'
import type { PlanView } from './read-plan.server.ts'

/** The twelve months as the page shows them; a spreadsheet adds them up. */
export async function writePlan(
  { year, months, isDemonstration }: PlanView,
  { plans: { columns: c, ...t }, common }: StaffMessages,
  format: SheetFormat,
): Promise<Uint8Array> {
  const month = isDemonstration ? `${c.month} (${common.demonstration})` : c.month
  return await writeSheet(format, {
    name: t.chart(year),
    columns: [
      { heading: month, width: 16 },
      ...[c.sales, c.signed, c.total, c.verified, c.claimed].map((heading) => ({
        heading,
        width: 18,
        isMoney: true,
      })),
    ],
    rows: months.map(({ month, salesFen, signedFen, totalFen, verifiedFen }) => [
      month,
      ...[salesFen, signedFen, totalFen, verifiedFen, subtractFen(totalFen, verifiedFen)].map(yuanCell),
    ]),
  })
}
