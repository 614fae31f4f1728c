import { hash } from 'node:crypto'
import type pg from 'pg'
import type { ListingDraft } from '#app/domain/listings/draft.ts'
import { contentOf, readListing } from '#app/domain/listings/listing-record.server.ts'
import { writeDraft } from '#app/domain/listings/save-listing.server.ts'
import { submitDraft } from '#app/domain/listings/submit-listing.server.ts'
import { writeOrderEvent } from '#app/domain/orders/order-events.server.ts'
import { makeEnterpriseScope, makeStaffScope } from '#app/domain/staff/scope.ts'
import { day } from '#app/kernel/clock.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { applicants, changes, request } from '../data/waiting.ts'
import type { EnterprisePlan } from '../plan/enterprises.ts'
import type { GroupPlan } from '../plan/orders.ts'
import { uuidAt, uuidFor } from '../random.ts'
import { type Holder, writeDocuments } from './documents.ts'

const aohan = '150430'

type Waiting = {
  enterprises: ReadonlyArray<EnterprisePlan>
  groups: ReadonlyArray<GroupPlan>
  now: Date
  /** Of a sample paper; null for a seed without pictures. */
  photoKey: string | null
}

/** What waits for organizers on their first day: listings to review, applications, and a buyer's request. */
export async function writeWaiting(client: pg.ClientBase, waiting: Waiting): Promise<void> {
  const sql = sqlOn(client)
  const first = waiting.enterprises.find(({ divisionCode }) => divisionCode === aohan)
  if (!first) throw new Error('what waits needs an enterprise')
  // Without a picture no listing passes the rules.
  if (waiting.photoKey) await submitChanges(sql, first, waiting.now)
  await writeApplications(client, waiting)
  await writeRequest(sql, first, waiting)
}

/** As their owner would: what a reviewer finds has gone through the same rules. */
async function submitChanges(sql: Sql, enterprise: EnterprisePlan, now: Date): Promise<void> {
  const scope = makeEnterpriseScope({
    staff: makeStaffScope({ staffId: uuidFor('staff:owner'), sessionId: '', login: 'owner', name: '白云山' }),
    membershipId: uuidFor('membership:owner'),
    enterpriseId: enterprise.id,
    slug: enterprise.slug,
    name: enterprise.name,
    divisionCode: enterprise.divisionCode,
    role: 'owner',
    isSuspended: false,
  })
  const listings = await sql.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM listing WHERE enterprise_id = ${enterprise.id} ORDER BY product_id LIMIT ${changes.length}`
  for (const [index, { id }] of listings.entries()) {
    const listing = await readListing(sql, scope, id)
    if (!listing) throw new Error('a product without a listing')
    const draft: ListingDraft = { ...contentOf(listing), ...changes[index] }
    const version = await writeDraft(sql, now, scope, listing, draft)
    const submitted = await submitDraft(
      sql,
      now,
      scope,
      { ...listing, draft, version, status: 'draft' },
      version,
    )
    if (!submitted.ok) throw new Error(JSON.stringify(submitted))
  }
}

async function writeApplications(client: pg.ClientBase, { now, photoKey }: Waiting): Promise<void> {
  const sql = sqlOn(client)
  const holders: Array<Holder> = []
  for (const [index, applicant] of applicants.entries()) {
    const submittedAt = new Date(now.getTime() - (index + 1) * day)
    const id = uuidAt(submittedAt, `application:${applicant.creditCode}`)
    await sql.$executeRaw`
      INSERT INTO enterprise_application (id, token_hash, name, name_en, kind, division_code, town, credit_code, food_licence,
        contact_name, contact_phone, story, status, recommended_by, version, created_at, submitted_at)
      VALUES (${id}::uuid, ${hash('sha256', id)}, ${applicant.name}, ${applicant.nameEn}, ${applicant.kind}, ${applicant.divisionCode},
        ${applicant.town}, ${applicant.creditCode}, ${applicant.foodLicence}, ${applicant.contactName}, ${applicant.contactPhone},
        ${applicant.story}, ${applicant.isRecommended ? 'recommended' : 'submitted'},
        ${applicant.isRecommended ? uuidFor('staff:reviewer') : null}::uuid, ${applicant.isRecommended ? 3 : 2},
        ${submittedAt}, ${submittedAt})`
    holders.push({ ...applicant, applicationId: id, since: submittedAt })
  }
  await writeDocuments(client, holders, photoKey)
}

/** About the last parcel that came: the enterprise answers it, or organizers see that it did not. */
async function writeRequest(
  sql: Sql,
  enterprise: EnterprisePlan,
  { groups, now }: Pick<Waiting, 'groups' | 'now'>,
): Promise<void> {
  const received = groups.flatMap((group) =>
    group.orders.flatMap((order) => {
      const line = order.lines.find(({ refundedFen }) => refundedFen === 0)
      const deliveredAt = order.parcels[0]?.deliveredAt
      const isOpen =
        order.enterprise === enterprise && (order.status === 'shipped' || order.status === 'completed')
      return isOpen && line && deliveredAt
        ? [{ groupId: group.id, orderId: order.id, line, deliveredAt }]
        : []
    }),
  )
  const last = received.sort((a, b) => a.deliveredAt.getTime() - b.deliveredAt.getTime()).at(-1)
  if (!last) throw new Error('no parcel to ask about')
  const createdAt = new Date(now.getTime() - day)
  await sql.$executeRaw`
    INSERT INTO after_sale (id, order_line_id, enterprise_id, kind, reason, body, quantity, created_at, deadline_at)
    VALUES (${uuidAt(createdAt, `after-sale:${last.line.id}`)}::uuid, ${last.line.id}::uuid, ${enterprise.id}, 'refund-only',
      ${request.reason}, ${request.body}, 1, ${createdAt}, ${new Date(createdAt.getTime() + 2 * day)})`
  await writeOrderEvent(sql, createdAt, { ...last, kind: 'after-sale-requested' })
}
