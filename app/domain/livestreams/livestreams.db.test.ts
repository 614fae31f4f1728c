import { expect, test } from 'vitest'
import { listEnterpriseChoices } from '#app/domain/enterprises/list-enterprise-choices.server.ts'
import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import {
  csvText,
  exportFile,
  importOrders,
  orderCells,
  platformServices,
  tableOf,
} from '#tests/support/platform-orders.ts'
import { listLivestreams } from './list-livestreams.server.ts'
import { actOnLivestream, type LivestreamIntent, submitLivestream } from './livestream-forms.server.ts'
import { listLinks } from './livestream-links.server.ts'
import {
  findGoodsToShow,
  findLivestream,
  listSchedule,
  readLivestreamFigures,
} from './livestream-views.server.ts'

const database = await useDatabase()
const services = await platformServices(database)
const { db, pool, organizer } = services
const fair = await createFair(db)
const facts = {
  title: '敖汉专场',
  titleEn: 'Goods of Aohan',
  host: '小满',
  hostAccount: '900000001',
  fair: fair.slug,
  startsAt: '2026-11-24T20:00',
  endsAt: '2026-11-24T22:00',
}

async function schedule(changes: Partial<typeof facts & { key: string }> = {}) {
  const submitted = await submitLivestream(
    services,
    organizer,
    formOf({ key: crypto.randomUUID(), ...facts, ...changes }),
  )
  if ('state' in submitted) throw new Error(JSON.stringify(submitted.state.errors))
  return submitted.slug
}

const act = (slug: string, intent: LivestreamIntent, values: Record<string, string> = {}) =>
  actOnLivestream(services, organizer, slug, formOf({ intent, ...values }))
const find = async (slug: string) =>
  (await findLivestream(services, 'zh', slug)) ?? expect.fail('no such livestream')

test('a livestream is scheduled by Shanghai’s clock, changed by who saw it as it is, and cancelled once', async () => {
  const slug = await schedule()
  expect(await find(slug)).toMatchObject({
    startsAt: new Date('2026-11-24T12:00:00Z'),
    endsAt: new Date('2026-11-24T14:00:00Z'),
    fair: fair.slug,
    version: 1,
  })
  expect(await act(slug, 'save', { ...facts, title: '改后', version: '1' })).toMatchObject({ isDone: true })
  expect(await act(slug, 'save', { ...facts, title: '旧的', version: '1' })).toMatchObject({
    isDone: false,
    failure: 'changed-meanwhile',
    state: { values: { title: '旧的' } },
  })
  const cancels = await Promise.all([act(slug, 'cancel'), act(slug, 'cancel')])
  expect(cancels.filter((answer) => answer?.isDone)).toHaveLength(1)
  expect(await find(slug)).toMatchObject({ title: '改后', isCancelled: true })
  const audits = await db.auditEntry.findMany({
    where: { subjectKind: 'livestream', subjectId: slug },
    orderBy: { id: 'asc' },
  })
  expect(audits.map(({ action }) => action)).toEqual([
    'schedule-livestream',
    'change-livestream',
    'cancel-livestream',
  ])
  expect(audits[1]).toMatchObject({ before: { title: '敖汉专场' }, after: { title: '改后' } })
})

test('a form sent thrice at once schedules one livestream', async () => {
  const key = crypto.randomUUID()
  const before = await db.livestream.count()
  const slugs = await Promise.all([1, 2, 3].map(() => schedule({ key })))
  expect(new Set(slugs).size).toBe(1)
  expect(await db.livestream.count()).toBe(before + 1)
  const where = { action: 'schedule-livestream', subjectId: slugs[0]! }
  expect(await db.auditEntry.count({ where })).toBe(1)
})

test('of two equal livestreams the one that was scheduled first has the orders of both', async () => {
  const goods = await createVariant(db)
  const equal = { hostAccount: '900000077', startsAt: '2026-11-20T20:00', endsAt: '2026-11-20T22:00' }
  const [first, second] = [await schedule(equal), await schedule(equal)]
  // Moved and moved back: its row lies last in table and index, where a list without an order finds it last.
  const startsAt = new Date('2026-11-20T12:00:00Z')
  for (const at of [new Date(0), startsAt])
    await db.livestream.update({ where: { slug: first }, data: { startsAt: at } })
  const cells = {
    商家编码: goods.articleNumber,
    达人ID: equal.hostAccount,
    支付完成时间: '2026-11-20 20:30:00',
  }
  const file = exportFile(csvText(tableOf([orderCells(7_700, cells)])))
  await importOrders(services, file, { shop: goods.shop })
  const orders = async (slug: string) =>
    (await readLivestreamFigures(services, (await find(slug)).id)).platformOrders
  expect([await orders(first), await orders(second)]).toEqual([1, 0])
})

test('a form says which field is wrong, and nothing is scheduled', async () => {
  const before = await db.livestream.count()
  const refusals: Array<[Partial<typeof facts>, Record<string, string>]> = [
    [{ title: ' ' }, { title: 'needed' }],
    [{ hostAccount: '小满' }, { hostAccount: 'not-an-account' }],
    [{ startsAt: 'tonight' }, { startsAt: 'needed' }],
    [{ endsAt: facts.startsAt }, { endsAt: 'ends-before-start' }],
    [{ endsAt: '2026-11-26T20:00' }, { endsAt: 'too-long-a-stream' }],
    [{ fair: 'nowhere' }, { fair: 'unknown-fair' }],
  ]
  for (const [changes, errors] of refusals)
    expect(
      await submitLivestream(services, organizer, formOf({ key: crypto.randomUUID(), ...facts, ...changes })),
    ).toMatchObject({
      state: { errors },
    })
  expect(await db.livestream.count()).toBe(before)
})

test('products keep their order, bring their enterprise, and leave with it', async () => {
  const slug = await schedule()
  const goods = [await createVariant(db), await createVariant(db), await createVariant(db)]
  const [first = '', second = '', third = ''] = goods.map((each) => each.slug)
  for (const product of [first, second, third, second]) await act(slug, 'add-product', { slug: product })
  const order = async () => (await find(slug)).products.map((product) => product.slug)
  expect(await order()).toEqual([first, second, third])
  expect((await find(slug)).enterprises).toHaveLength(3)
  await act(slug, 'move-up', { slug: third })
  expect(await order()).toEqual([first, third, second])
  expect(await act(slug, 'move-up', { slug: first })).toMatchObject({ failure: 'changed-meanwhile' })
  await act(slug, 'remove-product', { slug: first })
  expect(await order()).toEqual([third, second])
  const { slug: enterprise } = await db.enterprise.findUniqueOrThrow({
    where: { id: goods[2]?.enterpriseId ?? 0 },
  })
  await act(slug, 'remove-enterprise', { slug: enterprise })
  expect(await order()).toEqual([second])
  const links = listLinks({ env: { PUBLIC_URL: 'https://shop.test' } }, await find(slug))
  expect(links.map(({ address }) => address)).toEqual([
    `https://shop.test/exhibitions/${fair.slug}?live=${slug}`,
    `https://shop.test/products/${second}?live=${slug}`,
  ])
})

test('figures of the room are entered or imported beside the ledger’s; 成交 and 退款 are never one', async () => {
  const slug = await schedule({ hostAccount: '900000077' })
  const { id } = await find(slug)
  expect(await act(slug, 'metrics', { payFen: '12,345.60', refundFen: '45', views: '1.5' })).toMatchObject({
    isDone: false,
    state: { errors: { views: 'not-a-count' }, values: { payFen: '12,345.60' } },
  })
  await act(slug, 'metrics', { payFen: '12,345.60', refundFen: '45', views: '9000' })
  const form = formOf({ intent: 'metrics-file' })
  form.set('file', new File(['成交人数,场观\n30,"10,000"\n'], 'a.csv'))
  expect(await actOnLivestream(services, organizer, slug, form)).toMatchObject({ isDone: true })
  expect((await find(slug)).metrics).toEqual({
    payFen: 1_234_560,
    refundFen: 4_500,
    buyers: 30,
    views: 10_000,
  })
  form.set('file', new File(['a,b\n1,2\n'], 'a.csv'))
  expect(await actOnLivestream(services, organizer, slug, form)).toMatchObject({ failure: 'no-metrics' })

  const goods = await createVariant(db)
  const ours = { 商家编码: goods.articleNumber, 达人ID: '900000077' }
  await importOrders(
    services,
    exportFile(csvText(tableOf([orderCells(1, ours), orderCells(2, { ...ours, 订单状态: '已关闭' })]))),
    { shop: goods.shop },
  )
  const where = { exhibitionId: null, enterpriseId: goods.enterpriseId, variantId: goods.id }
  const link = { channel: 'online', tender: null, livestreamId: id, amountFen: 700 } as const
  await withTransaction(pool, (tx) => appendEntries(tx, services.clock.now(), [boothEntry(where, link)]))
  expect(await readLivestreamFigures(services, id)).toEqual({
    platformOrders: 2,
    platformFen: 20_000,
    platformRefundFen: 10_000,
    shopNetFen: 700,
    netFen: 10_700,
    verifiedFen: 10_000,
  })
})

test('the schedule is turned page by page, of one fair or of all', async () => {
  const other = await createFair(db)
  for (let index = 0; index < 35; index += 1) await schedule({ fair: other.slug, title: `第 ${index} 场` })
  const first = await listSchedule(services, 'zh', { fair: other.slug, after: null })
  const second = await listSchedule(services, 'zh', { fair: other.slug, after: first.next })
  expect([first.items.length, second.items.length, second.next]).toEqual([30, 5, null])
  expect(new Set([...first.items, ...second.items].map(({ slug }) => slug)).size).toBe(35)
})

test('shoppers see what comes, however much of a fair that is not published yet comes first; invented fairs say so', async () => {
  const [prepared, invented] = [
    await createFair(db, { isPublished: false }),
    await createFair(db, { isDemonstration: true }),
  ]
  for (let hour = 10; hour < 23; hour += 1)
    await schedule({
      fair: prepared.slug,
      startsAt: `2026-12-01T${hour}:00`,
      endsAt: `2026-12-01T${hour}:30`,
    })
  const later = { startsAt: '2026-12-02T20:00', endsAt: '2026-12-02T21:00' }
  const [real, example] = [await schedule(later), await schedule({ ...later, fair: invented.slug })]
  const { coming } = await listLivestreams(services, 'zh')
  expect(coming.map(({ slug, isDemonstration }) => [slug, isDemonstration])).toEqual([
    [real, false],
    [example, true],
  ])
  expect(await find(example)).toMatchObject({ isDemonstration: true })
})

test('an English page names enterprises in English, also one that joined late', async () => {
  const { slug, title, enterpriseId } = await goodsJoinedLate()
  const live = await schedule()
  expect(await act(live, 'add-product', { slug })).toMatchObject({ isDone: true })
  const { nameEn, slug: key } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  expect(await findLivestream(services, 'en', live)).toMatchObject({
    products: [{ enterprise: nameEn }],
    enterprises: [{ name: nameEn }],
  })
  expect(await findGoodsToShow(services, 'en', title)).toMatchObject([{ enterprise: nameEn }])
  expect(await listEnterpriseChoices(services, 'en')).toContainEqual({ key, title: nameEn })
})

/** Of an enterprise whose number is past those that a list may hold. */
async function goodsJoinedLate() {
  const { slug, product, enterpriseId } = await createVariant(db)
  const late = await withOwner(database.ownerUrl, (owner) =>
    owner.query('UPDATE enterprise SET id = id + 60000 WHERE id = $1 RETURNING id', [enterpriseId]),
  )
  return { slug, title: product.title, enterpriseId: late.rows[0].id as number }
}
