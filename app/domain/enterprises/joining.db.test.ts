import { expect, test } from 'vitest'
import { acceptInvitation } from '#app/domain/staff/accept-invitation.server.ts'
import { inviteOwner } from '#app/domain/staff/invite.server.ts'
import { hour } from '#app/kernel/clock.ts'
import { type ApplicationDesk, useApplicationDesks } from '#tests/support/application-desks.ts'
import { applicationFacts, apply, documentForm, randomCreditCode } from '#tests/support/applications.ts'
import { withOwner } from '#tests/support/database.ts'
import { createOrganizer, readLink } from '#tests/support/staff.ts'
import { repeats } from '#tests/support/workers.ts'
import { addApplicationDocument, findApplicationPhoto } from './application-documents.server.ts'
import { listApplications } from './application-queue.server.ts'
import { findApplicationReview } from './application-review-view.server.ts'
import { findOwnApplication } from './application-views.server.ts'
import { approveApplication } from './approve-application.server.ts'
import { findReviewedPhoto } from './find-photo.server.ts'
import { findOrganizerTodos } from './organizer-todos.server.ts'
import { recommendApplication, rejectApplication, returnApplication } from './review-application.server.ts'
import { submitApplication } from './submit-application.server.ts'
import { approvalSchema, proposeApproval } from './terms.ts'
import { changeApplication } from './write-application.server.ts'

const { services, bare, unmet, ownerUrl } = await useApplicationDesks([
  ['FOR UPDATE OF a', ''],
  [`SELECT pg_advisory_xact_lock(hashtext('application'), hashtext($1))`, 'SELECT $1::text'],
])
const { db } = services
const aohan = '150430'
const { terms } = approvalSchema.parse(proposeApproval('赤峰示例合作社'))

let slugs = 0
const nextSlug = () => `made-${++slugs}`

/** An application that its division has recommended, and who decides on it. */
async function recommend(of = services) {
  const { id, token, facts } = await apply(of)
  const reviewer = await createOrganizer(of.db, 'division-reviewer', aohan)
  const city = await createOrganizer(of.db)
  const recommended = await recommendApplication(of, reviewer, { id, version: 2 })
  if (!recommended.ok) throw new Error(recommended.code)
  return { id, token, facts, reviewer, city }
}

test('an application without its papers, or being read, is not submitted, and only a draft is changed', async () => {
  const draft = await apply(services, applicationFacts({ foodLicence: 'SC10115043000012' }), {
    isSubmitted: false,
  })
  expect(await submitApplication(services, draft.id)).toMatchObject({ code: 'food-licence-missing' })
  const form = await documentForm({ kind: 'food-licence', expiresOn: '2028-01-31' })
  expect(await addApplicationDocument(services, draft.id, form)).toBeNull()
  expect(await submitApplication(services, draft.id)).toMatchObject({ ok: true })
  expect(await submitApplication(services, draft.id)).toMatchObject({ code: 'not-editable' })
  expect(await changeApplication(services, draft.id, draft.facts)).toMatchObject({ code: 'not-editable' })
  expect(await addApplicationDocument(services, draft.id, await documentForm())).not.toBeNull()
})

test('approval makes the enterprise with its papers, and its owner comes in by the message', async () => {
  const { id, facts, city } = await recommend()
  const slug = nextSlug()
  const approved = await approveApplication(services, city, { id, version: 2, slug, terms })
  expect(approved).toEqual({ ok: true, value: { slug } })
  const enterprise = await db.enterprise.findUniqueOrThrow({ where: { slug }, include: { documents: true } })
  expect(enterprise).toMatchObject({ name: facts.name, creditCode: facts.creditCode, ambientFeeFen: 1_000 })
  expect(enterprise.documents).toMatchObject([{ kind: 'business-licence', applicationId: id }])
  expect(await db.suggestion.count({ where: { kind: 'enterprise', text: facts.name } })).toBe(1)
  const token = (await readLink(services, facts.contactPhone)).split('/').at(-1) ?? ''
  const account = { name: facts.contactName, login: `owner-of-${slug}`, password: 'millet on the hill' }
  const joined = await acceptInvitation(services, { token, joiner: { account }, device: 'test' })
  expect(joined.ok).toBe(true)
  expect(await db.membership.findMany({ where: { enterpriseId: enterprise.id } })).toMatchObject([
    { role: 'owner' },
  ])
})

test('an owner whose link ran out is told so, is listed for the city, and comes in by another', async () => {
  const { id, token, facts, city } = await recommend()
  const slug = nextSlug()
  await approveApplication(services, city, { id, version: 2, slug, terms })
  const ownerOf = async () => (await findOwnApplication(services, token))!.owner
  const lapsed = async () => {
    const filter = { stage: 'lapsed' as const, text: facts.creditCode, division: '', after: null }
    const { items } = await listApplications(services, city, filter)
    const todo = (await findOrganizerTodos(services, city)).find(({ kind }) => kind === 'lapsed')
    return [items.map((item) => item.enterpriseSlug), todo?.count ?? 0]
  }
  expect([await ownerOf(), await lapsed()]).toEqual(['invited', [[], 0]])
  services.clock.pass(73 * hour)
  expect([await ownerOf(), await lapsed()]).toEqual(['lapsed', [[slug], 1]])
  const { contactName: name, contactPhone: phone } = facts
  await inviteOwner(services, city, { slug, name, phone, locale: 'zh' })
  expect([await ownerOf(), await lapsed()]).toEqual(['invited', [[], 0]])
  const link = (await readLink(services, phone)).split('/').at(-1) ?? ''
  const account = { name, login: `owner-of-${slug}`, password: 'millet on the hill' }
  await acceptInvitation(services, { token: link, joiner: { account }, device: 'test' })
  services.clock.pass(73 * hour)
  expect([await ownerOf(), await lapsed()]).toEqual(['joined', [[], 0]])
})

test('a reviewer of another banner neither sees nor recommends it (T48)', async () => {
  const { id } = await apply(services)
  const stranger = await createOrganizer(db, 'division-reviewer', '150421')
  expect(await findApplicationReview(services, stranger, id)).toBeNull()
  const seen = { id, version: 2 }
  expect(await recommendApplication(services, stranger, seen)).toMatchObject({ code: 'not-found' })
  const returned = await returnApplication(services, stranger, { ...seen, reason: '不是我们旗的' })
  expect(returned).toMatchObject({ code: 'not-found' })
  const { id: documentId } = await db.enterpriseDocument.findFirstOrThrow({ where: { applicationId: id } })
  const photo = { documentId, index: 0 }
  expect(await findReviewedPhoto(services, stranger, photo)).toBeNull()
  const reviewer = await createOrganizer(db, 'division-reviewer', aohan)
  expect(await findReviewedPhoto(services, reviewer, photo)).toMatch(/^[0-9a-f]{32}$/)
  expect(await findReviewedPhoto(services, await createOrganizer(db, 'viewer'), photo)).toBeNull()
})

test('who recommends does not decide, whatever the code does (T48)', async () => {
  const { id } = await apply(services)
  const city = await createOrganizer(db)
  await recommendApplication(services, city, { id, version: 2 })
  const approved = await approveApplication(services, city, { id, version: 2, slug: nextSlug(), terms })
  expect(approved).toMatchObject({ code: 'four-eyes' })
  const rejected = await rejectApplication(services, city, { id, version: 2, reason: '材料不全' })
  expect(rejected).toMatchObject({ code: 'four-eyes' })
  const byHand = withOwner(ownerUrl, (owner) =>
    owner.query(`UPDATE enterprise_application SET decided_by = recommended_by WHERE id = $1`, [id]),
  )
  await expect(byHand).rejects.toThrow(/enterprise_application_eyes/)
})

test('nobody recommends or decides on the application of their own phone (T48)', async () => {
  const { id, facts, city } = await recommend()
  const own = { where: { id: city.staff.staffId }, data: { phone: facts.contactPhone } }
  await db.staff.update(own)
  const approved = await approveApplication(services, city, { id, version: 2, slug: nextSlug(), terms })
  expect(approved).toMatchObject({ code: 'own-application' })
  const second = await apply(services, applicationFacts({ contactPhone: facts.contactPhone }))
  const recommended = await recommendApplication(services, city, { id: second.id, version: 2 })
  expect(recommended).toMatchObject({ code: 'own-application' })
})

test('a returned application is mended and read anew; what was seen before decides nothing', async () => {
  const { id, token, facts } = await apply(services)
  const reviewer = await createOrganizer(db, 'division-reviewer', aohan)
  await returnApplication(services, reviewer, { id, version: 2, reason: '执照照片看不清，请重拍' })
  expect(await readLink(services, facts.contactPhone)).toBe(`/join/${token}`)
  expect(await findOwnApplication(services, token)).toMatchObject({ status: 'returned', reason: /重拍/ })
  expect(await changeApplication(services, id, { ...facts, town: '四家子镇' })).toMatchObject({ ok: true })
  expect(await submitApplication(services, id)).toMatchObject({ ok: true })
  const stale = await recommendApplication(services, reviewer, { id, version: 2 })
  expect(stale).toMatchObject({ code: 'changed-meanwhile' })
  expect(await recommendApplication(services, reviewer, { id, version: 3 })).toMatchObject({ ok: true })
  const seen = await findApplicationReview(services, reviewer, id)
  expect(seen?.history.map(({ action }) => action)).toEqual(['return-application', 'recommend-application'])
  expect(seen?.acts).toEqual([])
})

/** Two city organizers touch the button three times each, at the same instant. */
async function approveAtOnce(of: ApplicationDesk) {
  const { id, facts, city } = await recommend(of)
  const other = await createOrganizer(of.db)
  const slug = nextSlug()
  const answers = await Promise.all(
    [city, other, city, other, city, other].map((scope) =>
      approveApplication(of, scope, { id, version: 2, slug, terms }).catch((error: Error) => error),
    ),
  )
  return {
    isOnce: answers.every((answer) => !(answer instanceof Error) && answer.ok && answer.value.slug === slug),
    enterprises: await of.db.enterprise.count({ where: { creditCode: facts.creditCode } }),
    invitations: await of.db.invitation.count({ where: { phone: facts.contactPhone } }),
  }
}

test('approving twice is approving once (T48)', { repeats }, async () => {
  expect(await approveAtOnce(services)).toEqual({ isOnce: true, enterprises: 1, invitations: 1 })
})

/** Two applications of one enterprise, submitted at the same instant. */
async function submitAtOnce(of: ApplicationDesk) {
  const creditCode = randomCreditCode()
  const drafts = []
  for (let n = 0; n < 4; n += 1)
    drafts.push(await apply(of, applicationFacts({ creditCode }), { isSubmitted: false }))
  const answers = await Promise.all(
    drafts.map(({ id }) =>
      submitApplication(of, id).catch((error: Error) => ({ ok: false, code: error.name })),
    ),
  )
  return answers.map((answer) => (answer.ok ? 'done' : 'code' in answer ? answer.code : '')).sort()
}

test('one enterprise has one application at a time', { repeats }, async () => {
  expect(await submitAtOnce(services)).toEqual([
    'already-applied',
    'already-applied',
    'already-applied',
    'done',
  ])
})

test('negative control: without the locks, approvals and submissions get in each other’s way', async () => {
  const of = bare
  let hasFailed = { approval: false, submission: false }
  for (let run = 0; run < 10 && !(hasFailed.approval && hasFailed.submission); run += 1) {
    const { isOnce } = await approveAtOnce(of)
    const submitted = await submitAtOnce(of)
    hasFailed = {
      approval: hasFailed.approval || !isOnce,
      submission:
        hasFailed.submission || !submitted.every((code) => ['done', 'already-applied'].includes(code)),
    }
  }
  expect(hasFailed).toEqual({ approval: true, submission: true })
  expect([...unmet]).toEqual([])
})

test('an address that is taken, and an enterprise that has joined, are refused with nothing written', async () => {
  const { id, facts, city } = await recommend()
  const { slug } = await db.enterprise.findFirstOrThrow()
  const taken = await approveApplication(services, city, { id, version: 2, slug, terms })
  expect(taken).toMatchObject({ code: 'slug-taken' })
  expect(await db.invitation.count({ where: { phone: facts.contactPhone } })).toBe(0)
  await approveApplication(services, city, { id, version: 2, slug: nextSlug(), terms })
  const again = await apply(services, applicationFacts({ creditCode: facts.creditCode }), {
    isSubmitted: false,
  })
  expect(await submitApplication(services, again.id)).toMatchObject({ code: 'already-joined' })
})

test('photos of one application are no photos of another', async () => {
  const [first, second] = [await apply(services), await apply(services)]
  const { id: documentId } = await db.enterpriseDocument.findFirstOrThrow({
    where: { applicationId: first.id },
  })
  expect(await findApplicationPhoto(services, first.id, { documentId, index: 0 })).toMatch(/^[0-9a-f]{32}$/)
  expect(await findApplicationPhoto(services, first.id, { documentId, index: 1 })).toBeNull()
  expect(await findApplicationPhoto(services, second.id, { documentId, index: 0 })).toBeNull()
})
