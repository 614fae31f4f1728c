import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { BoothSale, RefusalReason } from './booth-sale.ts'
import { occurredAt } from './occurred-at.ts'

/** A sale with what the database says of its booth and goods. */
export type Placed = BoothSale & {
  exhibitionId: number
  enterpriseId: number
  variantId: number | null
  startsAt: Date
  endsAt: Date
}
export type Refused = { ref: string; reason: RefusalReason }

type Place = Pick<Placed, 'ref' | 'exhibitionId' | 'enterpriseId' | 'variantId' | 'startsAt' | 'endsAt'>

/**
 * By reference. Goods must be the enterprise's; whether the shop has them on sale does not matter: they were sold. The
 * booths are held until the commit, so that none is removed while its sales are written.
 */
export async function placeSales(
  tx: Sql,
  { divisionCode }: OrganizerScope,
  sales: ReadonlyArray<BoothSale>,
  { now, offset }: { now: Date; offset: number },
): Promise<Map<string, Placed | Refused>> {
  const places = await tx.$queryRaw<Array<Place>>`
    SELECT s.ref, x.id AS "exhibitionId", e.id AS "enterpriseId", v.id AS "variantId", x.starts_at AS "startsAt",
      x.ends_at AS "endsAt"
    FROM jsonb_to_recordset(${JSON.stringify(sales)}::jsonb) AS s (ref text, fair text, enterprise text, sku text)
    JOIN exhibition x ON x.slug = s.fair AND NOT x.is_month_only
    JOIN enterprise e ON e.slug = s.enterprise AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})
    JOIN exhibition_booth b ON b.exhibition_id = x.id AND b.enterprise_id = e.id
    LEFT JOIN (variant v JOIN product p ON p.id = v.product_id) ON v.sku = s.sku AND p.enterprise_id = e.id
    FOR KEY SHARE OF b`
  const found = new Map(places.map((place) => [place.ref, place]))
  return new Map(sales.map((sale) => [sale.ref, placeSale(sale, found.get(sale.ref), now, offset)]))
}

function placeSale(sale: BoothSale, place: Place | undefined, now: Date, offset: number): Placed | Refused {
  const { ref } = sale
  if (!place) return { ref, reason: 'unknown-booth' }
  if (sale.sku !== null && place.variantId === null) return { ref, reason: 'unknown-goods' }
  if (now < place.startsAt) return { ref, reason: 'not-open-yet' }
  // A phone that still has the booth of the last fair must not sell into it; what it sold then may come late.
  const at = occurredAt(new Date(sale.deviceAt), offset, { from: place.startsAt, now })
  if (at >= place.endsAt) return { ref, reason: 'fair-over' }
  return { ...sale, ...place }
}
