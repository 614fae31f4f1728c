import {
  type StaffMessage,
  type Waiting,
  waitingKinds,
  writeAllToOutbox,
} from '#app/domain/notifications/outbox.server.ts'
import { type EnterpriseCapability, type EnterpriseRole, mayInEnterprise } from '#app/domain/staff/roles.ts'
import { after, day, hour, shanghaiDay, startOfShanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { mostTodos } from './todos.ts'

const [begins, ends] = [8 * hour, 10 * hour]
const pageSize = 200

/** Who is told of what; `late` is said with `toShip`. */
const readers: Readonly<Record<keyof Waiting, EnterpriseCapability>> = {
  toShip: 'ship-orders',
  late: 'ship-orders',
  requests: 'answer-after-sales',
  invoices: 'issue-invoices',
  closed: 'read-statements',
  paid: 'read-statements',
}

type Row = Waiting & {
  id: number
  slug: string
  name: string
  members: Array<{ staffId: string; role: EnterpriseRole }>
}

/**
 * Chore: at eight each enterprise's people are told what waits for them, once a day and only where something does. It
 * may run again until ten: whoever was told is not told twice, and a run that was killed is gone on with.
 */
export async function tellMornings({ pool, clock }: Pick<Services, 'pool' | 'clock'>): Promise<void> {
  const now = clock.now()
  const morning = after(startOfShanghaiDay(now), begins)
  if (now < morning || now >= after(startOfShanghaiDay(now), ends)) return
  for (let last = 0; ; ) {
    const page = await readPage(sqlOn(pool), morning, last)
    const messages = page.flatMap((row) => messagesFor(row, shanghaiDay(now)))
    if (messages.length > 0) await withTransaction(pool, (tx) => writeAllToOutbox(tx, now, messages))
    const end = page.at(-1)
    if (!end || page.length < pageSize) return
    last = end.id
  }
}

function messagesFor({ members, slug, name, ...row }: Row, today: string): Array<StaffMessage> {
  return members.flatMap(({ staffId, role }) => {
    const theirs = waitingKinds.filter((kind) => row[kind] > 0 && mayInEnterprise(role, readers[kind], false))
    if (theirs.length === 0) return []
    const waiting = Object.fromEntries(theirs.map((kind) => [kind, row[kind]]))
    const dedupeKey = `morning:${today}:${row.id}:${staffId}`
    const path = `/enterprise/${slug}`
    return [{ kind: 'morning', dedupeKey, locale: 'zh', to: staffId, place: name, path, facts: { waiting } }]
  })
}

/** Each count ends at `mostTodos`. Of statements, those of the day that ended this morning. */
async function readPage(sql: Sql, morning: Date, last: number): Promise<Array<Row>> {
  const since = after(morning, -day)
  return await sql.$queryRaw<Array<Row>>`
    SELECT e.id, e.slug, e.name, m.members, w."toShip", w.late, r.requests, i.invoices, s.closed, s.paid
    FROM (SELECT id, slug, name FROM enterprise WHERE id > ${last} ORDER BY id LIMIT ${pageSize}) e
    CROSS JOIN LATERAL (
      SELECT COALESCE(json_agg(json_build_object('staffId', s.id, 'role', m.role)), '[]') AS members
      FROM membership m JOIN staff s ON s.id = m.staff_id
      WHERE m.enterprise_id = e.id AND s.status = 'active' AND s.phone IS NOT NULL AND s.morning_message
    ) m
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "toShip", (count(*) FILTER (WHERE due_at < ${morning}))::int AS late
      FROM (SELECT due_at FROM waiting_order WHERE enterprise_id = e.id ORDER BY paid_at LIMIT ${mostTodos}) found
    ) w
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS requests
      FROM (SELECT FROM request_to_answer WHERE enterprise_id = e.id LIMIT ${mostTodos}) found
    ) r
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS invoices
      FROM (SELECT FROM invoice WHERE enterprise_id = e.id AND status = 'requested' AND kept_of(order_id) > 0
        LIMIT ${mostTodos}) found
    ) i
    CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE closed_at >= ${since} AND closed_at < ${morning}))::int AS closed,
        (count(*) FILTER (WHERE net_fen > 0 AND paid_at >= ${since} AND paid_at < ${morning}))::int AS paid
      FROM (SELECT closed_at, paid_at, net_fen FROM statement WHERE enterprise_id = e.id ORDER BY period DESC LIMIT ${mostTodos}) found
    ) s
    ORDER BY e.id`
}
