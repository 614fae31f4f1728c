import { expect, test } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { createPool } from '#app/platform/db.server.ts'
import { checkOut, fillCart, placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { countWaiting, useDatabase, withOwner } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { noLimits } from '#tests/support/people.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { changeEnterprise } from './change-enterprise.server.ts'
import { getStore, saveStore } from './save-store.server.ts'
import { fingerprint, storeValues } from './store.ts'

const database = await useDatabase()
const { db } = database
const shop = { ...shopServices(database), limits: noLimits }

async function open() {
  const { sku, enterpriseId } = await createVariant(db)
  return { sku, enterpriseId, owner: await createMember(db, enterpriseId) }
}

const story = '在敖汉旗种了三代人的小米，旱坡地，一年一季，不掺陈米。'

/** The owner's form as it was opened, with some fields changed. */
async function storeForm({ owner }: Awaited<ReturnType<typeof open>>, changes: Record<string, string> = {}) {
  const store = await getStore(shop, owner)
  return formOf({
    ...storeValues(store),
    story,
    phone: '0476-8331234',
    seen: fingerprint(store),
    ...changes,
  })
}

test('a new shipping fee is what the next checkout pays; whoever saw the old one is told', async () => {
  const seller = await open()
  const scope = await fillCart(shop, [{ sku: seller.sku, quantity: 1 }])
  const order = await checkOut(shop, scope)
  const { ambientFeeFen } = await getStore(shop, seller.owner)
  expect(await saveStore(shop, seller.owner, await storeForm(seller, { ambientFee: '6.50' }))).toBeNull()
  expect(await placeOrder(shop, scope, order)).toMatchObject({ ok: false, code: 'price-changed' })
  const placed = await placeOrder(shop, scope, await checkOut(shop, scope))
  if (!placed.ok) throw new Error(placed.code)
  const { shippingFen } = await db.orderGroup.findUniqueOrThrow({ where: { id: placed.value.groupId } })
  expect([shippingFen, ambientFeeFen === 650]).toEqual([650, false])
  const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'change-store' } })
  expect(entry).toMatchObject({ before: { ambientFeeFen }, after: { ambientFeeFen: 650, story } })
})

/** Ten who opened the same form save it at once, each another fee; how many were told that it is done. */
async function saveAtOnce(services: Pick<typeof shop, 'pool' | 'clock'>): Promise<number> {
  const seller = await open()
  const fees = Array.from({ length: 10 }, (_, index) => `${20 + index}`)
  const forms = await Promise.all(fees.map((frozenFee) => storeForm(seller, { frozenFee })))
  // All at the row of the enterprise before the first of them goes on.
  const answers = await withOwner(database.ownerUrl, async (gate) => {
    await gate.query('BEGIN')
    await gate.query('SELECT FROM enterprise WHERE id = $1 FOR UPDATE', [seller.enterpriseId])
    const saving = Promise.all(forms.map((form) => saveStore(services, seller.owner, form)))
    await expect.poll(() => countWaiting(database.ownerUrl)).toBe(fees.length)
    await gate.query('ROLLBACK')
    return await saving
  })
  const refused = answers.filter((answer) => answer !== null)
  expect(refused.map(({ errors }) => errors.form)).toEqual(refused.map(() => 'store-changed'))
  const { enterpriseId } = seller
  expect(await db.auditEntry.count({ where: { enterpriseId } })).toBe(answers.length - refused.length)
  return answers.length - refused.length
}

test('of ten who change the shop at once one does, and the others are told', async () => {
  expect(await saveAtOnce(shop)).toBe(1)
})

test('control: without holding the enterprise several overwrite each other', async () => {
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 10 })
  const unmet = editSql(pool, [['FOR NO KEY UPDATE', '']])
  expect(await saveAtOnce({ ...shop, pool })).toBe(10)
  await pool.end()
  expect([...unmet]).toEqual([])
})

test('refused because a colleague was first, then saved again with what the answer brings', async () => {
  const seller = await open()
  const mine = await storeForm(seller, { chilledFee: '23' })
  expect(await saveStore(shop, seller.owner, await storeForm(seller, { phone: '0476-8330000' }))).toBeNull()
  const refused = await saveStore(shop, seller.owner, mine)
  expect(refused).toMatchObject({ errors: { form: 'store-changed' }, values: { chilledFee: '23' } })
  expect(await saveStore(shop, seller.owner, formOf(refused!.values))).toBeNull()
  expect(await getStore(shop, seller.owner)).toMatchObject({ chilledFeeFen: 2_300, phone: '0476-8331234' })
})

test('a field that was refused does not hide what a colleague changed meanwhile', async () => {
  const seller = await open()
  const mine = await storeForm(seller, { chilledFee: '二十三' })
  expect(await saveStore(shop, seller.owner, await storeForm(seller, { phone: '0476-8330000' }))).toBeNull()
  const { values } = (await saveStore(shop, seller.owner, mine))!
  const mended = formOf({ ...values, chilledFee: '23' })
  expect(await saveStore(shop, seller.owner, mended)).toMatchObject({ errors: { form: 'store-changed' } })
})

test.each([
  ['phone', '8331234', 'invalid-store-phone'],
  ['story', '小米', 'story-too-short'],
  ['ambientFee', '十块', 'invalid-amount'],
  ['freeShipping', '-1', 'invalid-amount'],
])('%s “%s” is refused beside its field', async (field, value, code) => {
  const seller = await open()
  const state = await saveStore(shop, seller.owner, await storeForm(seller, { [field]: value }))
  expect(state).toMatchObject({ errors: { [field]: code }, values: { [field]: value } })
})

test('a rate by contract holds from the next order on; what was placed keeps its own', async () => {
  const seller = await open()
  const { slug } = seller.owner
  const city = await createOrganizer(db)
  const rates = async () =>
    (await db.order.findMany({ where: { enterpriseId: seller.enterpriseId }, orderBy: { number: 'asc' } }))
      .map(({ feeBasisPoints }) => feeBasisPoints)
      .sort((a, b) => a - b)
  const setFee = (values: Record<string, string>) => {
    return changeEnterprise(shop, city, { intent: 'set-fee', slug, form: formOf(values), locale: 'zh' })
  }
  await placePaidGroup(shop, { sku: seller.sku, quantity: 1 })
  const reason = '合同 CF-2026-017'
  expect(await setFee({ feePercent: '3.5', seenPercent: '0', reason })).toEqual({ done: 'set-fee' })
  expect(await setFee({ feePercent: '5', seenPercent: '0', reason })).toEqual({
    failure: 'changed-meanwhile',
    form: { intent: 'set-fee', values: { feePercent: '5', reason }, errors: {} },
  })
  await placePaidGroup(shop, { sku: seller.sku, quantity: 1 })
  expect(await rates()).toEqual([0, 350])
})
