import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { DraftFacts } from './draft-problems.ts'
import type { HeldPapers } from './mark-rules.ts'

/** What a draft is judged by besides itself: the day, and the papers of its enterprise that hold on it. */
export async function getDraftFacts(sql: Sql, enterpriseId: number, now: Date): Promise<DraftFacts> {
  const today = shanghaiDay(now)
  const [own] = await sql.$queryRaw<Array<{ held: HeldPapers }>>`
    SELECT CASE WHEN NOT e.is_demonstration THEN ARRAY (
      SELECT DISTINCT kind FROM enterprise_document
      WHERE enterprise_id = e.id AND replaced_at IS NULL AND (expires_on IS NULL OR expires_on >= ${today}::date)
    ) END AS held
    FROM enterprise e WHERE e.id = ${enterpriseId}`
  if (!own) throw new Error(`no enterprise ${enterpriseId}`)
  return { today, held: own.held }
}
