import { expect, test } from 'vitest'
import { submitContract } from '#app/domain/contracts/contract-forms.server.ts'
import { day } from '#app/kernel/clock.ts'
import { contractPaper } from '#tests/support/contracts.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { readEnterpriseSales } from './enterprise-sales.server.ts'

const { db, pool } = await useDatabase()
// On the Shanghai day on which createOrderGroup's orders are paid.
const clock = movableClock(new Date('2026-11-20T15:59:00Z'))

test('a sale stands on its Shanghai day, by channel and product, and on no other enterprise’s page (T43)', async () => {
  const { orders } = await createOrderGroup(db)
  const { enterpriseId, lines } = orders[0]!
  const owner = await createMember(db, enterpriseId)
  const sales = await readEnterpriseSales({ pool, clock }, owner)
  // Shipping is sold, too, but by no product.
  expect(sales.today).toMatchObject({
    totalFen: 2_800,
    channels: [{ channel: 'online', amountFen: 2_800 }],
    products: [{ title: lines[0]!.title, quantity: 1, amountFen: 2_000 }],
  })
  expect(sales.days).toHaveLength(14)
  expect(sales.days.at(-1)).toEqual({ day: '2026-11-20', amountFen: 2_800 })

  const stranger = await createMember(db, (await createVariant(db)).enterpriseId)
  expect((await readEnterpriseSales({ pool, clock }, stranger)).today).toMatchObject({
    totalFen: 0,
    products: [],
  })

  // What is signed is no sale, however large.
  const contract = contractPaper(owner.slug, { amount: '200万', signedOn: '2026-11-20' }, null)
  const services = { pool, clock, env: { DATA_DIR: 'unused: there is no scan' } }
  expect(await submitContract(services, await createOrganizer(db), contract)).toHaveProperty('id')
  const signed = await readEnterpriseSales({ pool, clock }, owner)
  expect(signed.today).toEqual({ ...sales.today, signedFen: 200_000_000 })
  expect(signed.days).toEqual(sales.days)

  clock.pass(60_000)
  const tomorrow = await readEnterpriseSales({ pool, clock }, owner)
  expect(tomorrow.today).toMatchObject({ totalFen: 0, channels: [], products: [] })
  expect(tomorrow.days.at(-2)).toEqual({ day: '2026-11-20', amountFen: 2_800 })
  clock.pass(13 * day)
  const later = await readEnterpriseSales({ pool, clock }, owner)
  expect(later.days.every(({ amountFen }) => amountFen === 0)).toBe(true)
})
