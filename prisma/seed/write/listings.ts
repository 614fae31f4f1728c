import type pg from 'pg'

/** Every product has its listing; those of the seed were accepted as they are. */
export async function writeListings(client: pg.ClientBase): Promise<void> {
  await client.query(`
    INSERT INTO listing (id, enterprise_id, product_id, title, category_code, picture_key, status, created_at, updated_at)
    SELECT md5('listing:' || p.id)::uuid, p.enterprise_id, p.id, p.title, p.category_code, p.picture_key, 'accepted',
      p.created_at, p.updated_at
    FROM product p LEFT JOIN listing l ON l.product_id = p.id WHERE l.id IS NULL`)
}
