import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { readableCode } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { LivestreamFacts } from './livestream-form.ts'

type Writing = Pick<Services, 'pool' | 'clock'>
export type LivestreamRefusal = Failure<'unknown-fair' | 'changed-meanwhile'>

/** @param key of the form: sent twice, or twice at once, it schedules one livestream */
export async function scheduleLivestream(
  { pool, clock }: Writing,
  scope: OrganizerScope,
  key: string,
  facts: LivestreamFacts,
): Promise<Result<{ slug: string }, LivestreamRefusal>> {
  const now = clock.now()
  const slug = `live-${shanghaiDay(facts.startsAt)}-${readableCode(5).toLowerCase()}`
  return await withTransaction(pool, async (tx): Promise<Result<{ slug: string }, LivestreamRefusal>> => {
    const fair = await findFair(tx, facts.fair)
    if (fair === undefined) return failure('unknown-fair')
    const { title, titleEn, host, hostAccount, startsAt, endsAt } = facts
    const inserted = await tx.$executeRaw`
      INSERT INTO livestream (slug, form_key, exhibition_id, title, title_en, host, host_account, starts_at, ends_at)
      VALUES (${slug}, ${key}::uuid, ${fair}, ${title}, ${titleEn}, ${host}, ${hostAccount}, ${startsAt}, ${endsAt})
      ON CONFLICT (form_key) DO NOTHING`
    if (inserted === 0) return success({ slug: await slugOf(tx, key) })
    await writeAudit(tx, now, scope, {
      action: 'schedule-livestream',
      subject: ['livestream', slug],
      after: facts,
    })
    await publishTags(tx, [exhibitionsTag])
    return success({ slug })
  })
}

/** @param version of the livestream that the form showed: whoever changed it meanwhile is not written over */
export async function changeLivestream(
  { pool, clock }: Writing,
  scope: OrganizerScope,
  { slug, version }: { slug: string; version: number },
  facts: LivestreamFacts,
): Promise<Result<null, LivestreamRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx): Promise<Result<null, LivestreamRefusal>> => {
    const fair = await findFair(tx, facts.fair)
    if (fair === undefined) return failure('unknown-fair')
    const { title, titleEn, host, hostAccount, startsAt, endsAt } = facts
    const [before] = await tx.$queryRaw<Array<object>>`
      UPDATE livestream SET exhibition_id = ${fair}, title = ${title}, title_en = ${titleEn}, host = ${host},
        host_account = ${hostAccount}, starts_at = ${startsAt}, ends_at = ${endsAt}, version = version + 1
      WHERE slug = ${slug} AND version = ${version}::int
      RETURNING old.title, old.title_en AS "titleEn", old.host, old.host_account AS "hostAccount",
        (SELECT slug FROM exhibition WHERE id = old.exhibition_id) AS fair, old.starts_at AS "startsAt", old.ends_at AS "endsAt"`
    if (!before) return failure('changed-meanwhile')
    await writeAudit(tx, now, scope, {
      action: 'change-livestream',
      subject: ['livestream', slug],
      before,
      after: facts,
    })
    await publishTags(tx, [exhibitionsTag])
    return success(null)
  })
}

/** Its link counts for nothing from now on; what was sold through it stays its own. */
export async function cancelLivestream(
  { pool, clock }: Writing,
  scope: OrganizerScope,
  slug: string,
): Promise<Result<null, LivestreamRefusal>> {
  return await withTransaction(pool, async (tx): Promise<Result<null, LivestreamRefusal>> => {
    const cancelled = await tx.$executeRaw`
      UPDATE livestream SET is_cancelled = true, version = version + 1 WHERE slug = ${slug} AND NOT is_cancelled`
    if (cancelled === 0) return failure('changed-meanwhile')
    await writeAudit(tx, clock.now(), scope, { action: 'cancel-livestream', subject: ['livestream', slug] })
    await publishTags(tx, [exhibitionsTag])
    return success(null)
  })
}

async function slugOf(tx: Sql, key: string): Promise<string> {
  const [known] = await tx.$queryRaw<Array<{ slug: string }>>`
    SELECT slug FROM livestream WHERE form_key = ${key}::uuid`
  if (!known) throw new Error('no livestream is ever deleted')
  return known.slug
}

/** Null for none, undefined for one that there is not. */
async function findFair(tx: Sql, slug: string): Promise<number | null | undefined> {
  if (slug === '') return null
  const [fair] = await tx.$queryRaw<Array<{ id: number }>>`
    SELECT id FROM exhibition WHERE slug = ${slug} AND NOT is_month_only`
  return fair?.id
}
