import { matchPath } from '@remix-run/react'
import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { sorts } from '#app/domain/catalog/list-query.ts'
import { addAddress } from '#app/domain/people/addresses.server.ts'
import { encodeCursor } from '#app/kernel/paging.ts'
import { confirmation, placeGroup, placePaidGroup } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import { openPages } from '#tests/support/pages.ts'
import { peopleServices, randomPhone, signInAs } from '#tests/support/people.ts'
import { type Known, type Leaf, listRoutes, sampleOf } from '#tests/support/routes.ts'
import { type DeskKnown, openEveryDesk } from '#tests/support/staff.ts'

const database = await useDatabase()
const { services, ask } = openPages(database)
const queries = vi.spyOn(pg.Client.prototype, 'query')
const routes = await listRoutes()

/** In every hostile text, so that it can be found in a statement that it got into. */
const mark = 'zq9x'
const hostile = [
  `${mark}' OR '1'='1`,
  `${mark}'; DROP TABLE product; --`,
  `${mark}") UNION SELECT phone FROM shopper --`,
  `score, (SELECT pg_sleep(9)) ${mark}`,
  `\\'${mark}`,
  `'${mark}':* & !'x' | (`,
  `{"${mark}": {"$gt": ""}}`,
  `$.${mark}[*] ? (@.x == "1")`,
  `${mark}\0`,
  `${mark}\u202e\uffff\ud83d\ude00`,
  mark.repeat(2_000),
  '-1',
  '1e9',
  '99999999999999999999',
  '__proto__',
  'constructor',
  '../../etc/passwd',
]
/** Cursors that were not made by the shop, though they look like it. */
const cursors = [
  [`${mark}'--`, 1],
  ['1', `${mark}'--`],
  ['9999-99-99T99:99:99.999+00', 1],
  ['1', 'f'.repeat(36)],
  ['2026-01-01', '-'.repeat(36)],
  ['infinity', '00000000-0000-0000-0000-000000000000'],
  [-1, 1.5, 1e300, 2 ** 40],
  [1e308, -0],
].map((cursor) => encodeCursor(cursor))

const parameters = [
  ...[
    'after',
    'category',
    'certificate',
    'division',
    'enterprise',
    'index',
    'lang',
    'limit',
    'max',
    'min',
    'p',
  ],
  ...['q', 'season', 'sort', 'stock', 'storage', 'subcategory', 'redirectTo', '_routes'],
]

let known: Known & { cookie: string }
/** One of each form, filled in as it should be. */
let forms: Array<[target: string, form: Record<string, string>]>

beforeAll(async () => {
  const people = peopleServices(database)
  const { token, scope } = await signInAs(people, randomPhone())
  const address = await addAddress(people, scope, { ...confirmation.delivery, tag: '', isDefault: false })
  const { slug, sku, product } = await createVariant(services.db, { free: 20 })
  const enterprise = await services.db.enterprise.findUniqueOrThrow({ where: { id: product.enterpriseId } })
  const paid = await placePaidGroup(services, { sku, quantity: 1 })
  const desk = await openEveryDesk(services, enterprise.slug)
  known = {
    cookie: `session=${token}; ${desk.cookie}`,
    ...desk.known,
    product: slug,
    enterprise: enterprise.slug,
    address: address.ok ? address.value.id : '',
    unpaid: (await placeGroup(services, { sku, quantity: 1 })).token,
    paid: paid.token,
  }
  const done = await createOrderGroup(services.db)
  const lineId = done.orders[0]!.lines[0]!.id
  const delivery = { ...confirmation.delivery, provinceCode: '110000' }
  const text = '还不错，下次再买'
  const confirmed = {
    note: '',
    invoiceKind: 'company',
    invoiceTitle: '食堂',
    creditCode: '91150430MA0A1B2C24',
  }
  const ticks = { acceptsNoReturn: 'on', isAdult: 'on' }
  forms = [
    ['/cart', { intent: 'add', sku, quantity: '1', via: 'fetcher' }],
    ['/cart', { intent: 'set', sku, typed: '2', counter: '1' }],
    [
      '/checkout',
      {
        ...delivery,
        ...confirmed,
        ...ticks,
        invoiceEmail: 'a@b.cn',
        idempotencyKey: 'k'.repeat(32),
        seenTotalFen: '1',
      },
    ],
    [
      '/checkout',
      { addressId: known.address, ...confirmed, idempotencyKey: 'm'.repeat(32), seenTotalFen: '1' },
    ],
    ['/account/addresses/new', { ...delivery, tag: 'home', isDefault: 'on' }],
    [`/account/addresses/${known.address}`, { ...delivery, tag: 'home' }],
    ['/account/addresses', { intent: 'make-default', id: known.address }],
    ['/account/favourites', { product: slug, intent: 'add' }],
    ['/account/invoice-titles', { kind: 'company', name: '食堂', creditCode: '91150430MA0A1B2C24' }],
    ['/account', { name: '小梅' }],
    ['/account/privacy', { intent: 'give' }],
    ['/account/sign-in', { intent: 'request-code', phone: '13912345678', consent: 'on' }],
    [
      '/account/sign-in',
      { intent: 'sign-in', phone: '13912345678', code: '123456', consent: 'on', redirectTo: '/' },
    ],
    ['/orders/find', { number: done.number, phone: '13800138000' }],
    [`/orders/${done.token}`, { intent: 'review', lineId, rating: '5', body: text }],
    [
      `/orders/${done.token}`,
      { intent: 'after-sale', lineId, kind: 'refund-only', reason: 'damaged', body: text, quantity: '1' },
    ],
    [`/orders/${done.token}`, { intent: 'buy-again' }],
    ['/hooks/stripe', { id: 'evt_1' }],
    ...staffForms(`/enterprise/${enterprise.slug}`, desk.known),
  ]
})

/** Of the desks: what is typed or ticked there reaches as many statements. */
function staffForms(home: string, desk: DeskKnown): typeof forms {
  const at = '2026-12-01T09:00:00.000Z'
  const parcels = { ambientFee: '8', chilledFee: '18', frozenFee: '28', freeShipping: '99' }
  const reason = '合同 CF-2026-017'
  const fee = { intent: 'set-fee', feePercent: '1', seenPercent: '0', reason }
  return [
    [
      `${home}/store`,
      { ...parcels, phone: '0476-8331234', story: '小米'.repeat(20), storyEn: '', seen: '[]' },
    ],
    [`${home}/stock/${desk.sku}`, { intent: 'threshold', lowStockAt: '5' }],
    [`${home}/invoices`, { intent: 'reverse', id: desk.invoice, number: '24112000000000000001' }],
    [`${home}/orders/${desk.order}`, { intent: 'show-phone', reason }],
    [`${home}/aftersales/${desk.request}`, { intent: 'refuse', text: reason }],
    [`${home}/listings/${desk.listing}`, { intent: 'withdraw' }],
    [`/organizer${home.replace('enterprise', 'enterprises')}`, fee],
    [`/organizer/listings/${desk.submission}`, { intent: 'accept', version: '1', publishAt: '' }],
    [`/organizer/statements/${desk.statement}`, { reference: 'HD20261128-0001' }],
    ['/organizer/statements', { period: desk.period }],
    ['/organizer/alarms', { id: '1', raisedAt: at, note: reason }],
    ['/organizer/checks', { intent: 'provider', day: '2026-11-20' }],
  ]
}

type Attempt = { leaf: Leaf; target: string; form?: Record<string, string> }

/** What broke, or let hostile text become part of a statement. */
async function problemsOf(attempts: ReadonlyArray<Attempt>): Promise<Array<string>> {
  queries.mockClear()
  const problems: Array<string> = []
  const waiting = [...attempts]
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const problem = await attempt(next)
      if (problem)
        problems.push(`${next.target.slice(0, 120)} ${JSON.stringify(next.form ?? {}).slice(-40)} ${problem}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  const statements = new Set(queries.mock.calls.map(([query]) => textOf(query)))
  return [...problems, ...[...statements].filter((text) => text.includes(mark))]
}

async function attempt({ leaf, target, form }: Attempt): Promise<string | null> {
  const request = new Request(new URL(target, 'http://localhost:3000'), {
    headers: { cookie: known.cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  return ask(leaf, request).then(
    (response) => (response && response.status >= 500 ? String(response.status) : null),
    (error: Error) => `${error.name} ${error.message.split('\n').at(-1)}`,
  )
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : (query as { text: string }).text
}

function routeOf(pattern: string): Leaf {
  return routes.find((leaf) => leaf.pattern === pattern)!
}

function withQuery(leaf: Leaf, search: Record<string, string>): Attempt {
  const url = new URL(sampleOf(leaf, known), 'http://localhost:3000')
  for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value)
  return { leaf, target: url.pathname + url.search }
}

test('no parameter of a list reaches a statement or breaks the page (T51)', async () => {
  const lists = ['/products', '/search', '/api/v1/products'].map(routeOf)
  const attempts = lists.flatMap((leaf) =>
    parameters.flatMap((name) => hostile.map((value) => withQuery(leaf, { [name]: value }))),
  )
  expect(await problemsOf(attempts)).toEqual([])
})

test('no page is broken by parameters that it does not know (T51)', async () => {
  const all = (value: string) => Object.fromEntries(parameters.map((name) => [name, value]))
  const attempts = routes.flatMap((leaf) => hostile.map((value) => withQuery(leaf, all(value))))
  expect(await problemsOf(attempts)).toEqual([])
}, 120_000)

test('a cursor that the shop did not make is read as none (T51)', async () => {
  const paged = ['/products', '/search', '/api/v1/products', '/sitemap.xml', '/account/orders'].map(routeOf)
  const attempts = paged.flatMap((leaf) =>
    sorts.flatMap((sort) => cursors.map((after) => withQuery(leaf, { sort, after }))),
  )
  expect(await problemsOf(attempts)).toEqual([])
})

test('no text in a path reaches a statement or breaks the page (T51)', async () => {
  const attempts = routes
    .filter(({ pattern }) => /[:*]/.test(pattern))
    .flatMap((leaf) =>
      hostile.map((value) => ({ leaf, target: leaf.pattern.replace(/:\w+|\*/, encodeURIComponent(value)) })),
    )
  expect(await problemsOf(attempts)).toEqual([])
})

test('no field of a form reaches a statement or breaks the answer (T51)', async () => {
  const attempts = forms.flatMap(([target, form]) => {
    const leaf = routes.find(({ pattern }) => matchPath(pattern, target))!
    return Object.keys(form).flatMap((field) =>
      hostile.map((value) => ({ leaf, target, form: { ...form, [field]: value } })),
    )
  })
  expect(await problemsOf(attempts)).toEqual([])
})
