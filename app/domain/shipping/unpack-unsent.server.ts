import type { Sql } from '#app/platform/sql.server.ts'

type Units = ReadonlyArray<{ lineId: string; quantity: number }>

/**
 * Takes units out of the parcels that list them and were not sent; one that lists all of its storage kind holds what is
 * left anyway (view unsent_line). An empty one is gone: listing nothing it would hold everything. The caller holds the
 * group's lock.
 */
export async function unpackUnsent(tx: Sql, units: Units): Promise<void> {
  const unpacked = await tx.$queryRaw<Array<{ parcelId: string }>>`
    WITH taken AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS t ("lineId" uuid, quantity int)),
    packed AS (
      SELECT c.parcel_id, c.order_line_id, c.quantity - t.quantity AS rest FROM parcel_line c
      JOIN parcel p ON p.id = c.parcel_id AND p.shipped_at IS NULL JOIN taken t ON t."lineId" = c.order_line_id
    ), emptied AS (
      DELETE FROM parcel_line c USING packed k
      WHERE c.parcel_id = k.parcel_id AND c.order_line_id = k.order_line_id AND k.rest <= 0
    ), shrunk AS (
      UPDATE parcel_line c SET quantity = k.rest FROM packed k
      WHERE c.parcel_id = k.parcel_id AND c.order_line_id = k.order_line_id AND k.rest > 0
    )
    SELECT parcel_id AS "parcelId" FROM packed`
  await tx.$executeRaw`
    DELETE FROM parcel p WHERE p.id = ANY(${unpacked.map(({ parcelId }) => parcelId)}::uuid[])
      AND NOT EXISTS (SELECT FROM parcel_line c WHERE c.parcel_id = p.id)`
}
