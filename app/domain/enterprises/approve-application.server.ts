import { catalogTag, enterpriseTag } from '#app/domain/catalog/tags.ts'
import { initialsOf, spell } from '#app/domain/search/spell.ts'
import { writeInvitation } from '#app/domain/staff/invite.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import {
  auditReview,
  lockApplication,
  type ReviewRefusal,
  whyNotDecide,
} from './review-application.server.ts'
import type { EnterpriseTerms } from './terms.ts'

type Approving = Pick<Services, 'pool' | 'clock'> & { env: Pick<Env, 'SESSION_SECRET'> }
type Approval = { id: string; version: number; slug: string; terms: EnterpriseTerms }
type Approved = { slug: string }
type Refusal = ReviewRefusal | Failure<'slug-taken' | 'already-joined'>

/**
 * Makes the enterprise with its papers, and invites its owner by SMS, all in one transaction. To approve what is
 * approved already is no mistake: the answer is the enterprise that came of it.
 */
export async function approveApplication(
  services: Approving,
  scope: OrganizerScope,
  { id, version, slug, terms }: Approval,
): Promise<Result<Approved, Refusal>> {
  const now = services.clock.now()
  return await withTransaction(services.pool, async (tx) => {
    const application = await lockApplication(tx, scope, id)
    if (!application) return failure('not-found')
    if (application.enterpriseId !== null) return success(await findApproved(tx, application.enterpriseId))
    const refusal = whyNotDecide(application, scope, version)
    if (refusal) return refusal
    const made = await insertEnterprise(tx, now, { id, slug, terms })
    if (!made.ok) return made
    const enterprise = made.value
    await tx.$executeRaw`
      UPDATE enterprise_application SET status = 'approved', decided_by = ${scope.staff.staffId}::uuid,
        decided_at = ${now}, enterprise_id = ${enterprise.id}
      WHERE id = ${id}::uuid`
    await tx.$executeRaw`
      UPDATE enterprise_document SET enterprise_id = ${enterprise.id} WHERE application_id = ${id}::uuid`
    await insertSuggestion(tx, enterprise)
    await writeInvitation(tx, services, scope, {
      kind: 'application-approved',
      role: 'owner',
      place: { enterpriseId: enterprise.id, divisionCode: null, name: enterprise.name },
      name: application.contactName,
      phone: enterprise.phone,
      locale: 'zh',
    })
    await auditReview(tx, now, scope, application, { action: 'approve-application', after: 'approved' })
    await publishTags(tx, [catalogTag, enterpriseTag(slug)])
    return success({ slug })
  })
}

async function findApproved(tx: Sql, enterpriseId: number): Promise<Approved> {
  const [enterprise] = await tx.$queryRaw<
    Array<Approved>
  >`SELECT slug FROM enterprise WHERE id = ${enterpriseId}`
  if (!enterprise) throw new Error(`no enterprise ${enterpriseId}`)
  return enterprise
}

type Enterprise = { id: number; name: string; nameEn: string; phone: string }

async function insertEnterprise(
  tx: Sql,
  now: Date,
  { id, slug, terms }: Pick<Approval, 'id' | 'slug' | 'terms'>,
): Promise<Result<Enterprise, Failure<'slug-taken' | 'already-joined'>>> {
  const [made] = await tx.$queryRaw<Array<Enterprise>>`
    INSERT INTO enterprise (slug, name, name_en, kind, division_code, town, credit_code, food_licence, phone, story,
      story_en, free_shipping_fen, ambient_fee_fen, chilled_fee_fen, frozen_fee_fen, fee_basis_points, opened_at)
    SELECT ${slug}, name, name_en, kind, division_code, town, credit_code, food_licence, contact_phone, story, '',
      ${terms.freeShippingFen}::int, ${terms.ambientFeeFen}::int, ${terms.chilledFeeFen}::int,
      ${terms.frozenFeeFen}::int, ${terms.feeBasisPoints}::int, ${now}
    FROM enterprise_application WHERE id = ${id}::uuid
    ON CONFLICT DO NOTHING RETURNING id, name, name_en AS "nameEn", phone`
  if (made) return success(made)
  const [taken] = await tx.$queryRaw<Array<{ id: number }>>`SELECT id FROM enterprise WHERE slug = ${slug}`
  return failure(taken ? 'slug-taken' : 'already-joined')
}

/** So that the shop's search box knows the name. */
async function insertSuggestion(tx: Sql, { name, nameEn }: Enterprise): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO suggestion (text, text_en, pinyin, initials, kind, weight)
    VALUES (${name}, ${nameEn}, ${spell(name)}, ${initialsOf(name)}, 'enterprise', 20)
    ON CONFLICT DO NOTHING`
}
