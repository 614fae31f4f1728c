import { readFileSync } from 'node:fs'
import path from 'node:path'
import { matchPath } from '@remix-run/react'
import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { sorts } from '#app/domain/catalog/list-query.ts'
import { addAddress } from '#app/domain/people/addresses.server.ts'
import { confirmation, placeGroup, placePaidGroup } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup, createVariant } from '#tests/support/goods.ts'
import {
  hostile,
  hostileCursors,
  hostileKinds,
  listParameters,
  mark,
  shopParameters,
} from '#tests/support/hostile-values.ts'
import { openPages } from '#tests/support/pages.ts'
import { peopleServices, randomPhone, signInAs } from '#tests/support/people.ts'
import { type Known, type Leaf, listRoutes, sampleOf } from '#tests/support/routes.ts'
import { openEveryDesk } from '#tests/support/staff.ts'
import { staffForms } from '#tests/support/staff-forms.ts'

const database = await useDatabase()
const { services, ask } = openPages(database)
const queries = vi.spyOn(pg.Client.prototype, 'query')
const routes = await listRoutes()

const parameters = await listParameters()

let known: Known & { cookie: string }
/** One of each form, filled in as it should be. */
let forms: Array<[target: string, form: Record<string, string>]>
let formsOfStaff: typeof forms

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
  const fair = await services.db.exhibition.findUniqueOrThrow({ where: { slug: 'beijing-2026' } })
  await services.db.exhibitionBooth.create({
    data: { exhibitionId: fair.id, enterpriseId: enterprise.id, booth: 'A1' },
  })
  formsOfStaff = staffForms(known)
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
    ['/account/privacy', { intent: 'withdraw-photos' }],
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
    [`/orders/${done.token}/invoice`, { ...confirmed, invoiceEmail: 'a@b.cn' }],
    ['/hooks/stripe', { id: 'evt_1' }],
  ]
})

/** Seconds, on a machine of its own; they ask for every page of the shop. */
const patient = { timeout: 120_000 }

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

/** Has the link to a next page, or reads where one begins. */
function isPaged({ file }: Leaf): boolean {
  return /after|Query\(/.test(readFileSync(path.resolve('app', file), 'utf8'))
}

function withQuery(leaf: Leaf, search: Record<string, string>): Attempt {
  const url = new URL(sampleOf(leaf, known), 'http://localhost:3000')
  for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value)
  return { leaf, target: url.pathname + url.search }
}

test('no parameter of a list reaches a statement or breaks the page (T51)', async () => {
  const lists = ['/products', '/search', '/api/v1/products'].map(routeOf)
  const attempts = lists.flatMap((leaf) =>
    shopParameters.flatMap((name) => hostile.map((value) => withQuery(leaf, { [name]: value }))),
  )
  expect(await problemsOf(attempts)).toEqual([])
})

test('no page is broken by parameters that it does not know (T51)', patient, async () => {
  // Each parameter has each value once, beside others that have another: none hides behind one that is refused.
  const all = (turn: number) =>
    Object.fromEntries(
      parameters.map((name, index) => [name, hostileKinds[(index + turn) % hostileKinds.length]!]),
    )
  const attempts = routes.flatMap((leaf) => hostileKinds.map((_, turn) => withQuery(leaf, all(turn))))
  expect(await problemsOf(attempts)).toEqual([])
})

test('a cursor that the shop did not make is read as none (T51)', async () => {
  const paged = ['/products', '/search', '/api/v1/products', '/sitemap.xml', '/account/orders'].map(routeOf)
  const attempts = paged.flatMap((leaf) =>
    sorts.flatMap((sort) => hostileCursors.map((after) => withQuery(leaf, { sort, after }))),
  )
  expect(await problemsOf(attempts)).toEqual([])
})

test('nor is one by a list of the staff (T51)', patient, async () => {
  const paged = routes.filter(({ pattern }) => /^.(enterprise|organizer|booth)/.test(pattern)).filter(isPaged)
  const attempts = paged.flatMap((leaf) => hostileCursors.map((after) => withQuery(leaf, { after })))
  expect(await problemsOf(attempts)).toEqual([])
})

test('no text in a path reaches a statement or breaks the page (T51)', patient, async () => {
  const attempts = routes
    .filter(({ pattern }) => /[:*]/.test(pattern))
    .flatMap((leaf) =>
      hostile.map((value) => ({
        leaf,
        target: leaf.pattern.replace(/:\w+|\*/, encodeURIComponent(value)),
      })),
    )
  expect(await problemsOf(attempts)).toEqual([])
})

test('no field of a form reaches a statement or breaks the answer (T51)', async () => {
  expect(await problemsOf(attemptsOn(forms, hostile))).toEqual([])
})

test('nor does a field of a form of the staff (T51)', patient, async () => {
  expect(await problemsOf(attemptsOn(formsOfStaff, hostileKinds))).toEqual([])
})

function attemptsOn(filled: typeof forms, values: ReadonlyArray<string>): Array<Attempt> {
  return filled.flatMap(([target, form]) => {
    const leaf = routes.find(({ pattern }) => pattern !== '/*' && matchPath(pattern, target))!
    return Object.keys(form).flatMap((field) =>
      values.map((value) => ({ leaf, target, form: { ...form, [field]: value } })),
    )
  })
}
