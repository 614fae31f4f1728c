import { randomUUID } from 'node:crypto'
import { type BoothSale, mostSalesAnUpload } from '#app/domain/booths/booth-sale.ts'
import { recordSales } from '#app/domain/booths/record-sales.server.ts'
import { findOrganizerScope } from '#app/domain/staff/find-scope.server.ts'
import { makeStaffScope, type OrganizerScope } from '#app/domain/staff/scope.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createDatabase, createPool, type Database } from '#app/platform/db.server.ts'
import type { Part } from '../support/context.ts'
import { figureRow } from '../support/sample.ts'

const atOnce = 8
const uploadsARound = 50

type Booth = Pick<BoothSale, 'fair' | 'enterprise' | 'sku'>

/** Uploads of phones that were offline: every line is checked, takes its stock and is in every sum when it is answered. */
export const boothEntries: Part = ({ databases, rounds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url }) => {
    const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: atOnce })
    const db = createDatabase(pool)
    try {
      const scope = await findStaff(db)
      const booths = await findBooths(db)
      const send = async (booth: Booth) => {
        const sentAt = systemClock.now().toISOString()
        const sales = Array.from({ length: mostSalesAnUpload }, () => saleOf(booth, sentAt))
        await recordSales({ pool, clock: systemClock }, scope, { sentAt, sales })
      }
      const rates: Array<number> = []
      for (let round = 0; round <= rounds; round += 1) rates.push(await linesASecond(booths, send))
      // The first warms up.
      const texts = { name: 'booth lines recorded', against: `uploads of ${mostSalesAnUpload}`, unit: '/s' }
      return [figureRow(rates.slice(1), texts, { atLeast: 2_000 })]
    } finally {
      await db.$disconnect()
      await pool.end()
    }
  })

async function findStaff(db: Database): Promise<OrganizerScope> {
  const { id, login, name } = await db.staff.findFirstOrThrow({
    where: { memberships: { some: { role: 'exhibition-staff' } } },
  })
  const scope = await findOrganizerScope(db, makeStaffScope({ staffId: id, sessionId: '', login, name }))
  if (!scope) throw new Error('nobody records sales')
  return scope
}

async function findBooths(db: Database): Promise<Array<Booth>> {
  return await db.$queryRaw<Array<Booth>>`
    SELECT x.slug AS fair, e.slug AS enterprise, min(v.sku) AS sku
    FROM exhibition x JOIN exhibition_booth b ON b.exhibition_id = x.id JOIN enterprise e ON e.id = b.enterprise_id
    JOIN product p ON p.enterprise_id = e.id JOIN variant v ON v.product_id = p.id
    WHERE NOT x.is_month_only AND x.starts_at < now() GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 40`
}

function saleOf(booth: Booth, deviceAt: string): BoothSale {
  const rest = {
    goodsName: null,
    pieces: 1,
    grams: null,
    amountFen: 2_590,
    tender: 'wechat',
    district: '110108',
  } as const
  return { ref: randomUUID(), ...booth, ...rest, deviceAt, isUndone: false }
}

async function linesASecond(
  booths: ReadonlyArray<Booth>,
  send: (booth: Booth) => Promise<void>,
): Promise<number> {
  const waiting = Array.from({ length: uploadsARound }, (_, index) => booths[index % booths.length])
  const from = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let booth = waiting.pop(); booth; booth = waiting.pop()) await send(booth)
    }),
  )
  return (uploadsARound * mostSalesAnUpload * 1_000) / (performance.now() - from)
}
