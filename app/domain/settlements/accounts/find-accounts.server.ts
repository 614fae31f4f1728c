import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { BankAccount } from './account.ts'

export type OwnAccount = { holder: string; bank: string; ending: string; at: Date }
/** What money goes to, what waits for the city, and why the last one was returned, if nothing has come since. */
export type OwnAccounts = {
  confirmed: OwnAccount | null
  waiting: OwnAccount | null
  returned: (OwnAccount & { reason: string }) | null
}

type Row = OwnAccount & { status: 'waiting' | 'confirmed' | 'returned'; reason: string | null }

/** Of a number its owner sees the end: who has the session need not have the account. */
export async function findOwnAccounts(
  { pool }: Pick<Services, 'pool'>,
  { enterpriseId }: EnterpriseScope,
): Promise<OwnAccounts> {
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT DISTINCT ON (status) status, holder, bank, right(number, 4) AS ending, coalesce(decided_at, filed_at) AS at, reason
    FROM bank_account WHERE enterprise_id = ${enterpriseId} AND status <> 'replaced' ORDER BY status, filed_at DESC`
  const find = (status: Row['status']) => rows.find((row) => row.status === status)
  const [confirmed, waiting, returned] = [find('confirmed'), find('waiting'), find('returned')]
  const isLast = returned && !waiting && (!confirmed || confirmed.at < returned.at)
  return {
    confirmed: confirmed ? toAccount(confirmed) : null,
    waiting: waiting ? toAccount(waiting) : null,
    returned: isLast ? { ...toAccount(returned), reason: returned.reason ?? '' } : null,
  }
}

function toAccount({ holder, bank, ending, at }: Row): OwnAccount {
  return { holder, bank, ending, at }
}

export type WaitingAccount = BankAccount & {
  id: string
  slug: string
  enterpriseName: string
  enterpriseNameEn: string
  /** On record since the enterprise joined: whom to call before a change is believed. */
  phone: string
  filedAt: Date
  filedBy: string
  /** The end of the number that it is to replace. */
  formerEnding: string | null
}

const pageSize = 30

/** What waits for the city, the oldest first. */
export async function listWaitingAccounts(
  { pool }: Pick<Services, 'pool'>,
  _scope: OrganizerScope,
  after: string | null,
): Promise<Page<WaitingAccount>> {
  const [filedAt, atId] = readCursor(after, isInstant, isUuid) ?? [null, null]
  const rows = await sqlOn(pool).$queryRaw<Array<WaitingAccount>>`
    SELECT a.id, e.slug, e.name AS "enterpriseName", e.name_en AS "enterpriseNameEn", e.phone, a.holder, a.bank, a.number,
      a.filed_at AS "filedAt", s.name AS "filedBy", right(former.number, 4) AS "formerEnding"
    FROM bank_account a JOIN enterprise e ON e.id = a.enterprise_id JOIN staff s ON s.id = a.filed_by
      LEFT JOIN bank_account former ON former.enterprise_id = a.enterprise_id AND former.status = 'confirmed'
    WHERE a.status = 'waiting'
      AND (${filedAt}::timestamptz IS NULL OR (a.filed_at, a.id) > (${filedAt}::timestamptz, ${atId}::uuid))
    ORDER BY a.filed_at, a.id LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return { items, next: last ? encodeCursor([last.filedAt.toISOString(), last.id]) : null }
}
