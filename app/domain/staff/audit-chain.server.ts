import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { ChainProblem } from './audit.ts'

type Bound = { entries: string; headId: string; headHash: string }
type Broken = { entryId: string; problem: ChainProblem }
export type Chain = Bound & { broken: Broken | null }
export type AuditCheck = { at: Date; entries: string; broken: Broken | null }

/**
 * The whole log, row by row (T106). A row that was changed does not give its hash; behind one that is missing, the next
 * names another before it; a missing end is not the head that the trigger keeps; and a log that somebody wrote anew,
 * hashes and all, does not hold the ends that earlier checks saw.
 */
async function inspectChain(sql: Sql): Promise<Chain> {
  const [bound = { entries: '0', headId: '0', headHash: '' }] = await sql.$queryRaw<Array<Bound>>`
    SELECT (SELECT count(*) FROM audit_entry WHERE id <= entry_id)::text AS entries,
      entry_id::text AS "headId", hash AS "headHash"
    FROM audit_head`
  const [broken = null] = await sql.$queryRaw<Array<Broken>>`
    WITH chain AS (
      SELECT id, hash <> audit_hash(entry) AS changed,
        previous_hash <> COALESCE(lag(hash) OVER (ORDER BY id), '') AS missing
      FROM audit_entry AS entry WHERE id <= ${bound.headId}::bigint
    ), problems AS (
      (SELECT id, CASE WHEN changed THEN 'changed' ELSE 'missing' END AS problem
        FROM chain WHERE changed OR missing ORDER BY id LIMIT 1)
      UNION ALL
      SELECT head_id, 'rewritten' FROM audit_check c
      WHERE problem IS NULL AND head_id > 0
        AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = c.head_id AND e.hash = c.head_hash)
      UNION ALL
      SELECT ${bound.headId}::bigint, 'end-missing' WHERE ${bound.headId}::bigint > 0
        AND NOT EXISTS (SELECT FROM audit_entry WHERE id = ${bound.headId}::bigint AND hash = ${bound.headHash})
    )
    SELECT id::text AS "entryId", problem FROM problems ORDER BY id, problem LIMIT 1`
  return { ...bound, broken }
}

/** Nightly: what was tampered with is an alarm, and stays on the page of the log. */
export async function checkAudit({
  pool,
  clock,
  log,
}: Pick<Services, 'pool' | 'clock' | 'log'>): Promise<Chain> {
  const sql = sqlOn(pool)
  const chain = await inspectChain(sql)
  const { entries, headId, headHash, broken } = chain
  const now = clock.now()
  await sql.$executeRaw`
    INSERT INTO audit_check (at, entries, head_id, head_hash, problem, entry_id)
    VALUES (${now}, ${entries}::bigint, ${headId}::bigint, ${headHash}, ${broken?.problem ?? null}, ${broken?.entryId ?? null}::bigint)`
  if (broken)
    await raiseAlarm(sql, now, { kind: 'audit-tampered', reference: broken.entryId, detail: broken })
  // Outside the database: its owner can rewrite every row in it, but not what was logged elsewhere.
  log.info({ entries, headId, headHash, broken }, 'the audit log was checked')
  return chain
}

/** What the last check found; null before the first. */
export async function findLastCheck({ pool }: Pick<Services, 'pool'>): Promise<AuditCheck | null> {
  const [check] = await sqlOn(pool).$queryRaw<Array<AuditCheck>>`
    SELECT at, entries::text AS entries,
      CASE WHEN problem IS NOT NULL THEN json_build_object('entryId', entry_id::text, 'problem', problem) END AS broken
    FROM audit_check ORDER BY id DESC LIMIT 1`
  return check ?? null
}
