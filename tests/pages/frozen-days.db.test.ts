import { expect, test } from 'vitest'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { placePaidGroup } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { openPages } from '#tests/support/pages.ts'
import { movableClock } from '#tests/support/people.ts'
import { listRoutes } from '#tests/support/routes.ts'
import { createMember } from '#tests/support/staff.ts'

const database = await useDatabase()
const { db } = database
const { services, ask } = openPages(database)
const clock = movableClock()
services.clock = clock
const routes = await listRoutes()

/** Somebody who has one order of goods of this kind to send. */
async function openSeller(storage: 'ambient' | 'frozen') {
  const goods = await createVariant(db)
  await db.product.update({ where: { id: goods.product.id }, data: { storage } })
  const { groupId } = await placePaidGroup(services, { sku: goods.sku, quantity: 1 })
  const { number } = await db.order.findFirstOrThrow({ where: { groupId } })
  return { owner: await createMember(db, goods.enterpriseId), number }
}

/** Whether each page from which a parcel may be sent warns of what is frozen. */
async function readWarnings({ owner, number }: Awaited<ReturnType<typeof openSeller>>) {
  const session = { staffId: owner.staff.staffId, isVerified: true, device: 'test' }
  const headers = { cookie: `staff=${await openStaffSession(db, clock, session)}` }
  const read = async (pattern: string, flag: string) => {
    const leaf = routes.find((route) => route.pattern === `/enterprise/:enterprise${pattern}`)!
    const path = leaf.pattern.replace(':enterprise', owner.slug).replace(':number', number)
    const answer = await ask(leaf, new Request(`http://localhost:3000${path}`, { headers }))
    return (await answer!.json())[flag]
  }
  return {
    list: await read('/orders', 'warnsOfFrozen'),
    order: await read('/orders/:number', 'isFrozenAtRisk'),
    file: await read('/orders/file', 'warnsOfFrozen'),
  }
}

test.each([
  ['on Thursday evening in Shanghai', '2026-11-26T15:59:00Z', false],
  ['from the first minute of Friday on', '2026-11-26T16:00:00Z', true],
  ['on Sunday evening', '2026-11-29T15:59:00Z', true],
  ['on Monday', '2026-11-29T16:00:00Z', false],
])('%s the pages that send what is frozen warn, or do not', async (_, instant, warns) => {
  clock.set(new Date(instant))
  const frozen = await openSeller('frozen')
  expect(await readWarnings(frozen)).toEqual({ list: warns, order: warns, file: warns })
  const ambient = await openSeller('ambient')
  expect((await readWarnings(ambient)).list, 'nothing frozen waits').toBe(false)
})
