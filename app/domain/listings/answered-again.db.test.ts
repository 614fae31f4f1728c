import { expect, test } from 'vitest'
import { z } from 'zod'
import { after, day, minute } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createShop, listingServices, recordOf, submitDraft } from '#tests/support/listings.ts'
import { randomPhone } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { acceptListing } from './accept-listing.server.ts'
import { returnListing } from './return-listing.server.ts'
import { submitListing } from './submit-listing.server.ts'
import { withdrawListing } from './withdraw-listing.server.ts'

const { db, pool } = await useDatabase()
const services = await listingServices({ db, pool })
const reviewer = await createOrganizer(db, 'division-reviewer', '150430')

/** What somebody was told of a listing, in the order in which it was. */
async function messagesTo(staffId: string) {
  const where = { payload: { path: ['to'], equals: staffId } }
  const told = await db.outboxMessage.findMany({ where, orderBy: { id: 'asc' } })
  return told.map(({ kind, payload }) => [
    kind,
    z.object({ facts: z.object({ until: z.string().optional() }) }).parse(payload).facts.until,
  ])
}

test('a version that is handed in again unchanged is answered again: its return, and another day', async () => {
  const { owner } = await createShop(services)
  await db.staff.update({ where: { id: owner.staff.staffId }, data: { phone: randomPhone() } })
  const id = await submitDraft(services, owner)
  const sendBack = async (field: 'title' | 'description', body: string) => {
    expect(
      await returnListing(services, reviewer, id, { version: 1, comments: [{ field, body }] }),
    ).toMatchObject({ ok: true })
    services.clock.pass(minute)
    return (await recordOf(services, owner, id)).comments.map((comment) => comment.body)
  }
  expect(await sendBack('title', '请写明品种')).toEqual(['请写明品种'])
  await submitListing(services, owner, id, 1)
  expect(await sendBack('description', '请写明产地')).toEqual(['请写明产地'])
  await submitListing(services, owner, id, 1)
  const days = [5 * day, 9 * day].map((ahead) => after(services.clock.now(), ahead))
  for (const publishAt of days) {
    expect(await acceptListing(services, reviewer, id, { version: 1, publishAt })).toMatchObject({ ok: true })
    await withdrawListing(services, owner, id)
    services.clock.pass(minute)
    await submitListing(services, owner, id, 1)
  }
  expect(await messagesTo(owner.staff.staffId)).toEqual([
    ['listing-returned', undefined],
    ['listing-returned', undefined],
    ...days.map((until) => ['listing-accepted', until.toISOString()]),
  ])
})
