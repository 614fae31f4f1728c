import { type OrganizerScope, organizerMay } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { warningDays } from './document.ts'

export type JoiningTodos = { toRecommend: number; toDecide: number; expired: number; expiring: number }

const nothing: JoiningTodos = { toRecommend: 0, toDecide: 0, expired: 0, expiring: 0 }

/** What waits for an organizer, counted up to a hundred each; of a reviewer's own division only. */
export async function findJoiningTodos(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
): Promise<JoiningTodos> {
  if (!organizerMay(scope, 'recommend-applications')) return nothing
  const today = shanghaiDay(clock.now())
  const { divisionCode } = scope
  const [todos = nothing] = await sqlOn(pool).$queryRaw<Array<JoiningTodos>>`
    SELECT
      (SELECT count(*)::int FROM (SELECT FROM enterprise_application WHERE status = 'submitted'
        AND (${divisionCode}::text IS NULL OR division_code = ${divisionCode}) LIMIT 100) a) AS "toRecommend",
      (SELECT count(*)::int FROM (SELECT FROM enterprise_application WHERE status = 'recommended'
        AND ${organizerMay(scope, 'decide-applications')}::boolean LIMIT 100) a) AS "toDecide",
      least(count(*) FILTER (WHERE ends_on < ${today}::date), 100)::int AS expired,
      least(count(*) FILTER (WHERE ends_on >= ${today}::date), 100)::int AS expiring
    FROM (
      SELECT min(p.expires_on) AS ends_on FROM enterprise_document p JOIN enterprise e ON e.id = p.enterprise_id
      WHERE p.replaced_at IS NULL AND p.expires_on <= ${today}::date + ${warningDays[0]}::int
        AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})
      GROUP BY p.enterprise_id
    ) ending`
  return todos
}
