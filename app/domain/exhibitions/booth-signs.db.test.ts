import { expect, test } from 'vitest'
import { readFairVisit } from '#app/domain/sales/fair-visit.ts'
import { day } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock, testEnv } from '#tests/support/people.ts'
import { createMember } from '#tests/support/staff.ts'
import { addressOf, openSignDesk } from './booth-signs.server.ts'
import { qrPath } from './qr-path.server.ts'

const { db, pool } = await useDatabase()
const services = { pool, clock: movableClock(), env: testEnv }
const { slug: product, enterpriseId, product: goods } = await createVariant(db)
const owner = await createMember(db, enterpriseId)

test('what a sign’s code opens counts as a visit to the fair by its QR code (E10)', () => {
  const address = new URL(addressOf('https://chifeng.example', product, 'beijing-2026'))
  expect(address.pathname).toBe(`/products/${product}`)
  expect(readFairVisit(address.searchParams)).toEqual({ fair: 'beijing-2026', via: 'qr-code' })
  expect(
    readFairVisit(new URL(addressOf('https://chifeng.example', product, undefined)).searchParams),
  ).toBeNull()
})

test('signs are of one’s own goods on sale, for the fair that is chosen, or the next (T43)', async () => {
  const now = services.clock.now()
  const fair = (slug: string, startsAt: number, endsAt: number) => ({
    slug,
    name: slug,
    nameEn: slug,
    kind: 'trade-fair',
    city: '北京市',
    cityEn: 'Beijing',
    startsAt: new Date(now.getTime() + startsAt * day),
    endsAt: new Date(now.getTime() + endsAt * day),
    summary: '',
    summaryEn: '',
    printedFigures: [],
  })
  await db.exhibition.createMany({ data: [fair('past', -9, -8), fair('later', 20, 22), fair('now', -1, 2)] })
  const { slug: foreign } = await createVariant(db)
  const open = (query: string) =>
    openSignDesk(services, owner, 'zh', { fair: query, products: [product, foreign] })
  const { fairs, goods: choice, signs } = await open('')
  expect(fairs.map(({ slug }) => slug)).toEqual(['now', 'later'])
  expect(choice).toEqual([{ slug: product, title: goods.title }])
  const codeOf = (slug: string) => qrPath(addressOf(testEnv.PUBLIC_URL, product, slug))
  expect(signs).toMatchObject([
    { slug: product, variants: [{ label: '1kg', priceFen: 2_000 }], code: codeOf('now') },
  ])
  expect((await open('later')).signs[0]?.code).toEqual(codeOf('later'))
  await db.product.update({ where: { slug: product }, data: { status: 'taken-down' } })
  expect(await open('')).toMatchObject({ goods: [], signs: [] })
})
