import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { fen } from '#app/kernel/money.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type SheetFormat, writeSheet, yuanCell } from '#app/platform/sheets/write-sheet.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Period } from './period.ts'

type Row = {
  name: string
  creditCode: string | null
  period: Period
  netFen: string
  holder: string | null
  bank: string | null
  number: string | null
}

/** More enterprises than the city has. */
const most = 5_000

/**
 * What a bank is given: who is to be paid how much, into which account, for which month, and the text of the transfer.
 * Without ids all that is due. Whole account numbers leave the shop here and nowhere else, so it is noted who took them.
 */
export async function writePayouts(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  ids: ReadonlyArray<string>,
  { settlements: t }: Pick<StaffMessages, 'settlements'>,
  format: SheetFormat,
): Promise<Uint8Array> {
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT e.name, e.credit_code AS "creditCode", s.period, s.net_fen AS "netFen", a.holder, a.bank, a.number
    FROM statement s JOIN enterprise e ON e.id = s.enterprise_id
      LEFT JOIN bank_account a ON a.enterprise_id = e.id AND a.status = 'confirmed'
    WHERE s.paid_at IS NULL AND s.net_fen > 0 AND (${ids.length === 0}::boolean OR s.id = ANY(${ids}::uuid[]))
    ORDER BY s.period, s.enterprise_id LIMIT ${most}`
  await writeAudit(sqlOn(pool), clock.now(), scope, {
    action: 'export-payouts',
    subject: ['statement-period', rows[0]?.period ?? '-'],
    after: { lines: rows.length },
  })
  const c = t.payout.columns
  return await writeSheet(format, {
    name: t.payout.title,
    columns: [
      { heading: c.enterprise, width: 32 },
      { heading: c.creditCode, width: 24 },
      { heading: c.holder, width: 32 },
      { heading: c.bank, width: 32 },
      { heading: c.number, width: 24 },
      { heading: c.amount, width: 16, isMoney: true },
      { heading: c.period, width: 12 },
      { heading: c.remittance, width: 36 },
    ],
    rows: rows.map(({ name, creditCode, period, netFen, holder, bank, number }) => {
      const month = t.period(period.slice(0, 4), period.slice(5))
      const amount = yuanCell(fen(BigInt(netFen)))
      return [name, creditCode, holder, bank, number, amount, period, t.payout.remittance(month)]
    }),
  })
}
