import { expect, test } from 'vitest'
import { answerRequest } from '#app/domain/after-sales/answer-request.server.ts'
import { replyToAnswer } from '#app/domain/after-sales/reply.server.ts'
import { acceptListing } from '#app/domain/listings/accept-listing.server.ts'
import { returnListing } from '#app/domain/listings/return-listing.server.ts'
import { submitListing } from '#app/domain/listings/submit-listing.server.ts'
import { requestAfterSale } from '#app/domain/orders/request-after-sale.server.ts'
import { after, day, shanghaiMinute } from '#app/kernel/clock.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { placePaidGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { soundDraft } from '#tests/support/drafts.ts'
import { createVariant } from '#tests/support/goods.ts'
import { createShop, listingServices, submitDraft } from '#tests/support/listings.ts'
import { randomPhone } from '#tests/support/people.ts'
import { shipGroup } from '#tests/support/shipping.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { deliverOutbox } from './deliver-outbox.server.ts'

const database = await useDatabase()
const shop = shopServices(database)
const { db } = database

async function createPerson(enterpriseId: number, role: 'owner' | 'editor' | 'shipper') {
  const scope = await createMember(db, enterpriseId, role)
  const phone = randomPhone()
  await db.staff.update({ where: { id: scope.staff.staffId }, data: { phone } })
  return { scope, phone }
}

async function textsOf(phone: string): Promise<Array<string>> {
  await deliverOutbox({ ...shop, sms: createSmsOutbox(db, shop.clock) })
  const messages = await db.smsMessage.findMany({ where: { phone }, orderBy: { id: 'asc' } })
  return messages.map(({ body }) => body)
}

test('a request and the goods on their way back are told at once, with the deadline and the page, to those who answer', async () => {
  const goods = await createVariant(db)
  const { scope: owner, phone } = await createPerson(goods.enterpriseId, 'owner')
  const shipper = await createPerson(goods.enterpriseId, 'shipper')
  const stranger = await createPerson((await createVariant(db)).enterpriseId, 'owner')
  const { groupId } = await placePaidGroup(shop, { sku: goods.sku, quantity: 1 })
  await shipGroup(shop, groupId)
  const line = await db.orderLine.findFirstOrThrow({
    where: { variantId: goods.id },
    include: { order: true },
  })
  const asked = {
    lineId: line.id,
    kind: 'return-and-refund' as const,
    reason: 'damaged' as const,
    quantity: 1,
  }
  const request = { ...asked, body: '袋子破了，撒了一半', photos: [] }
  expect(await requestAfterSale(shop, groupId, request)).toMatchObject({ ok: true })
  expect(await requestAfterSale(shop, groupId, request)).toMatchObject({ code: 'already-requested' })
  const { id, deadlineAt } = await db.afterSale.findFirstOrThrow({ where: { orderLineId: line.id } })
  const page = `/enterprise/${owner.slug}/aftersales/${id}`
  const first = `订单 ${line.order.number} 有售后申请，请在 ${shanghaiMinute(deadlineAt)} 前答复`
  for (const told of [await textsOf(phone), await textsOf(shipper.phone)]) {
    expect(told).toEqual([expect.stringContaining(first)])
    expect(told[0]).toMatch(new RegExp(`${page}$`))
  }
  const where = { kind: 'await-return' as const, text: '敖汉旗新惠镇 白云山 13900000000' }
  await answerRequest(shop, owner, id, where)
  const sent = { requestId: id, reply: '顺丰 SF1234567890' }
  expect(await replyToAnswer(shop, groupId, sent)).toMatchObject({ ok: true })
  expect(await replyToAnswer(shop, groupId, sent)).toMatchObject({ ok: false })
  const { deadlineAt: refundBy } = await db.afterSale.findUniqueOrThrow({ where: { id } })
  const told = await textsOf(phone)
  expect(told).toHaveLength(2)
  expect(told[1]).toContain(`退货已寄出，请在 ${shanghaiMinute(refundBy)} 前收货退款`)
  expect(await textsOf(stranger.phone)).toEqual([])
})

test('what became of a listing is told to those who edit, once a version, and not to who only ships', async () => {
  const services = await listingServices(database)
  const reviewer = await createOrganizer(db, 'division-reviewer', '150430')
  const { owner } = await createShop(services)
  const editor = await createPerson(owner.enterpriseId, 'editor')
  const shipper = await createPerson(owner.enterpriseId, 'shipper')
  const draft = soundDraft({ title: '沙里河旱作黄小米' })
  const id = await submitDraft(services, owner, draft)
  const comments = [{ field: 'title' as const, body: '请写明品种' }]
  expect(await returnListing(services, reviewer, id, { version: 1, comments })).toMatchObject({ ok: true })
  expect(await returnListing(services, reviewer, id, { version: 1, comments })).toMatchObject({ ok: false })
  expect(await textsOf(editor.phone)).toHaveLength(1)
  const { version } = await db.listing.findUniqueOrThrow({ where: { id } })
  expect(await submitListing(services, owner, id, version)).toMatchObject({ ok: true })
  const publishAt = after(services.clock.now(), day)
  expect(await acceptListing(services, reviewer, id, { version, publishAt })).toMatchObject({ ok: true })
  const told = await textsOf(editor.phone)
  expect(told).toEqual([
    expect.stringContaining('“沙里河旱作黄小米”被退回，请按审核意见修改'),
    expect.stringContaining(`“沙里河旱作黄小米”已通过审核，${shanghaiMinute(publishAt)} 上架`),
  ])
  expect(told[0]).toMatch(new RegExp(`/enterprise/${owner.slug}/listings/${id}$`))
  expect(await textsOf(shipper.phone)).toEqual([])
})
