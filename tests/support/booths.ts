import { randomUUID } from 'node:crypto'
import type { BoothSale } from '#app/domain/booths/booth-sale.ts'
import type { Database } from '#app/platform/db.server.ts'
import { createFair } from './fairs.ts'
import { createVariant } from './goods.ts'

/** A fair's booth of an enterprise of its own, with one variant of which there are `free` units. */
export async function createBooth(
  db: Database,
  { free = 100, fair = undefined as { id: number; slug: string } | undefined } = {},
) {
  const goods = await createVariant(db, { free })
  const at = fair ?? (await createFair(db))
  const { slug } = await db.enterprise.findUniqueOrThrow({ where: { id: goods.enterpriseId } })
  await db.exhibitionBooth.create({
    data: { exhibitionId: at.id, enterpriseId: goods.enterpriseId, booth: 'A01' },
  })
  return { fair: at, enterprise: { id: goods.enterpriseId, slug }, goods }
}

export type TestBooth = Awaited<ReturnType<typeof createBooth>>

/** A sale as a phone sends it, of one piece on the fair's second day at noon unless `changes` says otherwise. */
export function phoneSale(
  { fair, enterprise, goods }: TestBooth,
  changes: Partial<BoothSale> = {},
): BoothSale {
  return {
    ref: randomUUID(),
    fair: fair.slug,
    enterprise: enterprise.slug,
    sku: goods.sku,
    goodsName: null,
    pieces: 1,
    grams: null,
    amountFen: goods.priceFen,
    tender: 'wechat',
    district: null,
    deviceAt: '2026-11-24T04:00:00.000Z',
    isUndone: false,
    ...changes,
  }
}
