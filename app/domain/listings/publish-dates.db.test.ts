import { expect, test } from 'vitest'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { after, day, hour, shanghaiMinuteInput } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { draftForm, soundDraft, soundVariant } from '#tests/support/drafts.ts'
import { createShop, listingServices, recordOf, submitDraft } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { createListing } from './create-listing.server.ts'
import { editListing } from './edit-listing.server.ts'
import { openDraft } from './open-draft.server.ts'
import { openSubmission } from './open-submission.server.ts'
import { publishScheduled } from './publish-scheduled.server.ts'
import { returnListing } from './return-listing.server.ts'
import { saveListing } from './save-listing.server.ts'

const { db, pool } = await useDatabase()
const services = await listingServices({ db, pool })
const reviewer = await createOrganizer(db, 'division-reviewer', '150430')
const now = { publishAt: null }

test('accepted for a day, it is shown from then on, once, however many processes look', async () => {
  const { owner } = await createShop(services)
  const id = await submitDraft(services, owner)
  const publishAt = new Date(services.clock.now().getTime() + hour)
  expect(await acceptListing(services, reviewer, id, { version: 1, publishAt })).toEqual({
    ok: true,
    value: { isPublished: false },
  })
  const waiting = await recordOf(services, owner, id)
  expect(waiting).toMatchObject({ status: 'accepted', shelf: 'unpublished', publishAt })
  expect(await saveListing(services, owner, id, { version: 1, draft: soundDraft() })).toMatchObject({
    code: 'not-editable',
  })
  expect(await publishScheduled(services)).toBe(0)
  services.clock.pass(hour)
  const published = await Promise.all([1, 2, 3].map(() => publishScheduled(services)))
  expect(published.reduce((sum, count) => sum + count)).toBe(1)
  expect(await recordOf(services, owner, id)).toMatchObject({
    draft: null,
    publishAt: null,
    shelf: 'on-sale',
  })
})

test('the day comes, and the enterprise is suspended: it waits; a paper has run out: it goes back', async () => {
  const { owner } = await createShop(services)
  const ends = { code: '', producedOn: '2026-11-20', expiresOn: '2026-11-25' }
  const papers = (['quarantine', 'meat-quality'] as const).map((kind) => ({
    kind,
    number: 'A1',
    issuer: '监督所',
    issuedOn: '2026-11-20',
    expiresOn: null,
  }))
  const lamb = soundDraft({
    categoryCode: 'meat',
    subcategoryCode: 'meat-lamb',
    storage: 'frozen',
    returnRule: 'excluded-perishable',
    batches: [{ ...ends, papers }],
    label: { ...soundDraft().label, origin: '敖汉' },
  })
  const [millet, meat] = [await submitDraft(services, owner), await submitDraft(services, owner, lamb)]
  const publishAt = new Date(services.clock.now().getTime() + 48 * hour)
  for (const id of [millet, meat]) await acceptListing(services, reviewer, id, { version: 1, publishAt })
  services.clock.pass(48 * hour)
  const suspend = (status: string) =>
    db.enterprise.update({
      where: { id: owner.enterpriseId },
      data: { status, suspendedAt: status === 'suspended' ? new Date() : null },
    })
  await suspend('suspended')
  expect(await publishScheduled(services)).toBe(0)
  await suspend('active')
  await publishScheduled(services)
  expect(await recordOf(services, owner, millet)).toMatchObject({ shelf: 'on-sale' })
  expect(await recordOf(services, owner, meat)).toMatchObject({
    shelf: 'unpublished',
    status: 'draft',
    publishAt: null,
  })
  expect((await db.listing.findUnique({ where: { id: meat } }))?.lapsedAt).toEqual(services.clock.now())
  expect(await db.outboxMessage.count({ where: { kind: 'goods-lapsed' } })).toBe(1)
})

test('what its day finds with another fault than papers comes back as returned, where it is seen', async () => {
  const { owner } = await createShop(services)
  const variants = [soundVariant({ sku: 'DAY-1' })]
  const id = await submitDraft(services, owner, soundDraft({ variants }))
  const publishAt = after(services.clock.now(), hour)
  await acceptListing(services, reviewer, id, { version: 1, publishAt })
  await db.variant.updateMany({
    where: { enterpriseId: owner.enterpriseId },
    data: { articleNumber: 'DAY-1' },
  })
  services.clock.pass(hour)
  await publishScheduled(services)
  expect(await recordOf(services, owner, id)).toMatchObject({ shelf: 'unpublished', status: 'returned' })
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ lapsedAt: null })
})

test('when an enterprise would like its goods on sale is told to the reviewer, until it is decided or has passed', async () => {
  const { owner } = await createShop(services)
  const { id } = await createListing(services, owner, soundDraft())
  const wishedAt = after(services.clock.now(), day)
  const wish = async () => (await openSubmission(services, reviewer, id))!.wishedAt
  const hand = (time: string) => sendEditor(owner, id, { intent: 'submit', wishedAt: time })
  expect(await hand('2020-01-01T09:00')).toMatchObject({ errors: { wishedAt: 'time-passed' } })
  expect(await hand(shanghaiMinuteInput(wishedAt))).toMatchObject({ isSubmitted: true, errors: {} })
  expect(await wish()).toEqual(wishedAt)
  services.clock.pass(day)
  expect(await wish()).toBeNull()
  await acceptListing(services, reviewer, id, { version: 1, ...now })
  expect(await recordOf(services, owner, id)).toMatchObject({ wishedAt: null, shelf: 'on-sale' })
})

test('a wish is kept with whatever else is saved, and comes back with a form that is refused', async () => {
  const { owner } = await createShop(services)
  const { id } = await createListing(services, owner, soundDraft({ title: '' }))
  const wishedAt = after(services.clock.now(), day)
  const time = shanghaiMinuteInput(wishedAt)
  const stored = async () => (await openDraft(services, owner, id))!.wishedAt
  expect(await sendEditor(owner, id, { intent: 'submit', title: '', wishedAt: time })).toMatchObject({
    failure: 'has-problems',
    wish: time,
  })
  expect(await stored()).toEqual(wishedAt)
  expect(await sendEditor(owner, id, { intent: 'save', title: '', wishedAt: '' })).toMatchObject({ wish: '' })
  expect(await stored()).toBeNull()
  await sendEditor(owner, id, { intent: 'save', title: '', wishedAt: time })
  const past = await sendEditor(owner, id, { intent: 'save', title: '', wishedAt: '2020-01-01T09:00' })
  expect(past.errors).toEqual({ wishedAt: 'time-passed' })
  expect(await stored()).toEqual(wishedAt)
  // A colleague whose editor was opened before it was wished for has typed something else.
  const untouched = { wishedAt: '', seenWish: '' }
  await sendEditor(owner, id, { intent: 'autosave', subtitle: '新碾', ...untouched })
  expect(await stored()).toEqual(wishedAt)
  const { version } = (await openDraft(services, owner, id))!
  const sent = await sendEditor(owner, id, { intent: 'submit', version: String(version), ...untouched })
  expect(sent).toMatchObject({ isSubmitted: true })
  expect(await stored()).toEqual(wishedAt)
})

test('an owner whose listing came back is not offered a wish that has passed', async () => {
  const { owner } = await createShop(services)
  const { id } = await createListing(services, owner, soundDraft())
  const wishedAt = shanghaiMinuteInput(after(services.clock.now(), hour))
  expect(await sendEditor(owner, id, { intent: 'submit', wishedAt })).toMatchObject({ isSubmitted: true })
  const comments = [{ field: 'title' as const, body: '请写明品种' }]
  await returnListing(services, reviewer, id, { version: 1, comments })
  expect((await openDraft(services, owner, id))!.wishedAt).not.toBeNull()
  services.clock.pass(hour)
  expect((await openDraft(services, owner, id))!.wishedAt).toBeNull()
})

/** The editor's form of a sound draft, with some fields changed. */
async function sendEditor(owner: EnterpriseScope, id: string, fields: Record<string, string>) {
  const form = draftForm(soundDraft())
  form.set('version', '1')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return await editListing({ ...services, env: { DATA_DIR: '' } }, owner, id, form)
}
