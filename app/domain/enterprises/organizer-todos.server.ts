import { findNextPeriod } from '#app/domain/settlements/close-period.server.ts'
import type { OrganizerCapability } from '#app/domain/staff/roles.ts'
import { type OrganizerScope, organizerMay } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { warningDays } from './document.ts'
import { mostTodos } from './todos.ts'

/** The most urgent first: who can do something about it, and where. */
const places = {
  alarms: ['reconcile', '/alarms'],
  escalated: ['settle-escalations', '/aftersales'],
  late: ['recommend-applications', '/enterprises?orders=late'],
  contracts: ['verify-contracts', '/contracts?status=recorded'],
  listings: ['review-listings', '/listings'],
  toRecommend: ['recommend-applications', '/applications?stage=submitted'],
  toDecide: ['decide-applications', '/applications?stage=recommended'],
  lapsed: ['decide-applications', '/applications?stage=lapsed'],
  accounts: ['confirm-accounts', '/accounts'],
  reviews: ['moderate-reviews', '/reviews'],
  closing: ['close-statements', '/statements'],
  statements: ['mark-paid', '/payouts'],
  owed: ['mark-paid', '/payouts?stand=owed'],
  expired: ['recommend-applications', '/enterprises?documents=expired'],
  expiring: ['recommend-applications', '/enterprises?documents=expiring'],
} as const satisfies Record<string, readonly [OrganizerCapability, path: string]>

type OrganizerTodoKind = keyof typeof places
type OrganizerTodo = { kind: OrganizerTodoKind; to: string; count: number }

/** What waits for an organizer, each counted up to `mostTodos`; of a reviewer's own division only. Contracts: those that somebody else recorded. */
export async function findOrganizerTodos(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
): Promise<Array<OrganizerTodo>> {
  const theirs = Object.entries(places).filter(([, [capability]]) => organizerMay(scope, capability))
  if (theirs.length === 0) return []
  const [counted, closing] = await Promise.all([countAll(services, scope), countEndedMonths(services, scope)])
  const counts = { ...counted, closing }
  return theirs.flatMap(([name, [, path]]) => {
    const kind = name as OrganizerTodoKind
    return counts[kind] > 0 ? [{ kind, to: `/organizer${path}`, count: counts[kind] }] : []
  })
}

/** Those that finance has not closed yet. */
async function countEndedMonths(services: Pick<Services, 'pool' | 'clock'>, scope: OrganizerScope) {
  const next = organizerMay(scope, 'close-statements') ? await findNextPeriod(services) : null
  return next ? next.ended : 0
}

async function countAll(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { divisionCode, staff }: OrganizerScope,
): Promise<Record<Exclude<OrganizerTodoKind, 'closing'>, number>> {
  const now = clock.now()
  const today = shanghaiDay(now)
  const [counts] = await sqlOn(pool).$queryRaw<Array<Record<Exclude<OrganizerTodoKind, 'closing'>, number>>>`
    SELECT
      (SELECT count(*)::int FROM (SELECT FROM alarm WHERE resolved_at IS NULL LIMIT ${mostTodos}) found) AS alarms,
      (SELECT count(*)::int FROM (SELECT FROM after_sale WHERE escalated_at IS NOT NULL AND closed_at IS NULL
        LIMIT ${mostTodos}) found) AS escalated,
      (SELECT count(*)::int FROM (SELECT FROM enterprise e
        WHERE (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode}) AND EXISTS (
          SELECT FROM (SELECT due_at FROM waiting_order WHERE enterprise_id = e.id ORDER BY paid_at LIMIT ${mostTodos}) w
          WHERE due_at < ${now}) LIMIT ${mostTodos}) found) AS late,
      (SELECT count(*)::int FROM (SELECT FROM contract WHERE status = 'recorded' AND scan_key IS NOT NULL
        AND recorded_by <> ${staff.staffId}::uuid LIMIT ${mostTodos}) found) AS contracts,
      (SELECT count(*)::int FROM (SELECT FROM listing l JOIN enterprise e ON e.id = l.enterprise_id WHERE l.status = 'submitted'
        AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode}) LIMIT ${mostTodos}) found) AS listings,
      (SELECT count(*)::int FROM (SELECT FROM enterprise_application WHERE status = 'submitted'
        AND (${divisionCode}::text IS NULL OR division_code = ${divisionCode}) LIMIT ${mostTodos}) found) AS "toRecommend",
      (SELECT count(*)::int FROM (SELECT FROM enterprise_application WHERE status = 'recommended' LIMIT ${mostTodos}) found)
        AS "toDecide",
      (SELECT count(*)::int FROM (SELECT FROM owner_link WHERE NOT has_owner AND (open_until > ${now}) IS NOT TRUE
        LIMIT ${mostTodos}) found) AS lapsed,
      (SELECT count(*)::int FROM (SELECT FROM bank_account WHERE status = 'waiting' LIMIT ${mostTodos}) found) AS accounts,
      (SELECT count(*)::int FROM (SELECT FROM review WHERE status = 'pending' LIMIT ${mostTodos}) found) AS reviews,
      (SELECT count(*)::int FROM (SELECT FROM statement WHERE paid_at IS NULL AND net_fen > 0 LIMIT ${mostTodos}) found) AS statements,
      (SELECT count(*)::int FROM (SELECT FROM statement WHERE paid_at IS NULL AND net_fen < 0 LIMIT ${mostTodos}) found) AS owed,
      least(count(*) FILTER (WHERE ends_on < ${today}::date), ${mostTodos})::int AS expired,
      least(count(*) FILTER (WHERE ends_on >= ${today}::date), ${mostTodos})::int AS expiring
    FROM (
      SELECT min(p.expires_on) AS ends_on FROM standing_document p JOIN enterprise e ON e.id = p.enterprise_id
      WHERE p.expires_on <= ${today}::date + ${warningDays[0]}::int
        AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})
      GROUP BY p.enterprise_id
    ) ending`
  if (!counts) throw new Error('a SELECT of sums gives one row')
  return counts
}
