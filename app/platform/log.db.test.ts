import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { createOrderGroup } from '#tests/support/goods.ts'
import { createLog } from './log.server.ts'
import { sqlOn } from './sql.server.ts'

const { db, pool } = await useDatabase()
const phone = '13987654321'
const recipient = '金丝雀收货人'
const detail = '金丝雀小区 6 号楼'
const now = new Date()
await db.shopper.create({ data: { phone, createdAt: now } })
const group = await createOrderGroup(db, { phone, recipient })

/** What a statement with a person's data can go wrong by, and what the log must still say of it. */
const failures: Array<[name: string, fail: () => PromiseLike<unknown>, said: RegExp]> = [
  ['unique, by Prisma', () => db.shopper.create({ data: { phone, createdAt: now } }), /shopper_phone_key/],
  ['arguments', () => db.address.create({ data: { recipient, phone, detail } as never }), /is missing/],
  ['a wrong type', () => db.shopper.create({ data: { phone, createdAt: 'soon' } }), /DateTime/],
  [
    'an unknown filter',
    () => db.shopper.findFirst({ where: { phone: { like: phone } as never } }),
    /Unknown/,
  ],
  ['a value, by Prisma', () => db.$queryRaw`SELECT ${phone}::int`, /out of range for type integer/],
  ['a value', () => sqlOn(pool).$queryRaw`SELECT ${recipient}::text::int2`, /invalid input syntax/],
  [
    'unique',
    () =>
      pool.query('INSERT INTO shopper (id, phone, created_at) VALUES (gen_random_uuid(), $1, now())', [
        phone,
      ]),
    /shopper_phone_key/,
  ],
  ['a row', () => pool.query(`UPDATE order_group SET status = 'x' WHERE id = $1`, [group.id]), /_status/],
  ['a cause', () => Promise.reject(new Error('x', { cause: new Error(`for "${recipient}"`) })), /"cause"/],
  ['no error', () => Promise.reject(`{"phone":"${phone}"}`), /request failed/],
]

test.each(failures)('an error about %s is logged without anybody’s data (T96)', async (_name, fail, said) => {
  const lines: Array<string> = []
  const log = createLog({ LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) })
  await Promise.resolve(fail()).then(
    () => expect.fail('it did not fail'),
    (err) => log.error({ err }, 'request failed'),
  )
  const line = lines.join('')
  expect(line).toMatch(said)
  for (const personal of [phone, recipient, detail, '金丝雀']) expect(line).not.toContain(personal)
})

test('fields that might hold personal data are cut wherever they slip in (T96)', () => {
  const lines: Array<string> = []
  const log = createLog({ LOG_LEVEL: 'info' }, { write: (line) => void lines.push(line) })
  log.info({ phone, recipient, group: { phone, recipient, detail, email: 'a@b.cn', token: 'secret' } }, 'x')
  expect(lines.join('')).not.toMatch(/139|金丝雀|a@b|secret/)
})
