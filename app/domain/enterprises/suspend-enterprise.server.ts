import { cardTag, catalogTag, enterpriseTag, exhibitionsTag, productTag } from '#app/domain/catalog/tags.ts'
import { tellOwners } from '#app/domain/notifications/tell-owners.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'

type Suspending = Pick<Services, 'pool' | 'clock'>
type Command = { slug: string; reason: string }
type Outcome = Result<null, Failure<'changed-meanwhile'>>
type Enterprise = { id: number; slug: string; name: string }

/**
 * Takes an enterprise off the shop at once (T46): its people are signed out, its goods leave every list, page and
 * cart. Who signs in again may still ship and settle what was sold (roles.ts).
 */
export async function suspendEnterprise(
  { pool, clock }: Suspending,
  scope: OrganizerScope,
  { slug, reason }: Command,
): Promise<Outcome> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [enterprise] = await tx.$queryRaw<Array<Enterprise>>`
      UPDATE enterprise SET status = 'suspended', suspended_at = ${now}
      WHERE slug = ${slug} AND status = 'active' RETURNING id, slug, name`
    if (!enterprise) return failure('changed-meanwhile')
    const goods = await moveGoods(tx, enterprise.id, 'published', 'suspended')
    await tx.$executeRaw`
      DELETE FROM staff_session
      WHERE staff_id IN (SELECT staff_id FROM membership WHERE enterprise_id = ${enterprise.id})`
    await tell(tx, now, enterprise, 'enterprise-suspended')
    await writeAudit(tx, now, scope, {
      action: 'suspend-enterprise',
      subject: ['enterprise', slug],
      enterpriseId: enterprise.id,
      before: { status: 'active' },
      after: { status: 'suspended', goods: goods.length },
      reason,
    })
    await publishTags(tx, tagsOf(slug, goods))
    return success(null)
  })
}

/** The goods that were on sale are again, and those that were to be since. */
export async function reinstateEnterprise(
  { pool, clock }: Suspending,
  scope: OrganizerScope,
  { slug, reason }: Command,
): Promise<Outcome> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [enterprise] = await tx.$queryRaw<Array<Enterprise>>`
      UPDATE enterprise SET status = 'active', suspended_at = NULL
      WHERE slug = ${slug} AND status = 'suspended' RETURNING id, slug, name`
    if (!enterprise) return failure('changed-meanwhile')
    const goods = await moveGoods(tx, enterprise.id, 'suspended', 'published')
    await tell(tx, now, enterprise, 'enterprise-reinstated')
    await writeAudit(tx, now, scope, {
      action: 'reinstate-enterprise',
      subject: ['enterprise', slug],
      enterpriseId: enterprise.id,
      before: { status: 'suspended' },
      after: { status: 'active', goods: goods.length },
      reason,
    })
    await publishTags(tx, tagsOf(slug, goods))
    return success(null)
  })
}

/** Locked in the order in which orders lock products. */
async function moveGoods(tx: Sql, enterpriseId: number, from: string, to: string): Promise<Array<string>> {
  const locked = await tx.$queryRaw<Array<{ id: number }>>`
    SELECT id FROM product WHERE enterprise_id = ${enterpriseId} AND status = ${from}
    ORDER BY id FOR NO KEY UPDATE`
  const moved = await tx.$queryRaw<Array<{ slug: string }>>`
    UPDATE product SET status = ${to}
    WHERE id = ANY(${locked.map(({ id }) => id)}::int[]) AND status = ${from} RETURNING slug`
  return moved.map(({ slug }) => slug)
}

async function tell(
  tx: Sql,
  now: Date,
  { id, slug, name }: Enterprise,
  kind: 'enterprise-suspended' | 'enterprise-reinstated',
): Promise<void> {
  const dedupeKey = `${kind}:${slug}:${now.getTime()}`
  await tellOwners(tx, now, id, { kind, dedupeKey, place: name, path: `/enterprise/${slug}` })
}

function tagsOf(slug: string, goods: ReadonlyArray<string>): Array<string> {
  const pages = goods.flatMap((each) => [productTag(each), cardTag(each)])
  return [catalogTag, exhibitionsTag, enterpriseTag(slug), ...pages]
}
