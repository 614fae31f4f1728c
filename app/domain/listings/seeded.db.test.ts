import { expect, test } from 'vitest'
import { sqlOn } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { draftForm } from '#tests/support/drafts.ts'
import { findDraftProblems } from './draft-problems.ts'
import { findStoredProblems } from './find-stored-problems.server.ts'
import { readListingForm } from './listing-form.ts'
import { readAnyListing } from './listing-record.server.ts'
import { changedFields } from './merge-drafts.ts'
import { refreshProduct } from './refresh-product.server.ts'

const { db, pool } = await useDatabase({ seeded: true })
const sql = sqlOn(pool)

/** The day of the demonstration data: their papers hold on it. */
const today = '2026-11-24'

/** One listing of each kind of goods. */
const listings = await db.$queryRaw<Array<{ id: string; productId: number }>>`
  SELECT DISTINCT ON (p.speciality_code) l.id, p.id AS "productId"
  FROM listing l JOIN product p ON p.id = l.product_id ORDER BY p.speciality_code, p.id`

test('every kind of goods on sale is a draft that could be submitted, and that its form gives back', async () => {
  expect(listings).toHaveLength(167)
  for (const { id } of listings) {
    const listing = (await readAnyListing(sql, id))!
    const { published } = listing
    const problems = [
      ...findDraftProblems(published!, { today, held: null }),
      ...(await findStoredProblems(sql, published!, listing)),
    ]
    // The catalogue of tests has no pictures.
    expect(
      problems.filter(({ field }) => field !== 'pictures'),
      published!.title,
    ).toEqual([])
    const { draft, errors } = readListingForm(draftForm(published!))
    expect([changedFields(published!, draft!), errors], published!.title).toEqual([[], {}])
  }
})

test('the figures and words that a product repeats are the same when they are made anew', async () => {
  const figures = () => db.$queryRaw`
    SELECT id, min_price_fen, min_unit_price_fen, variant_count, is_in_stock, search_tier, search_vector::text
    FROM product ORDER BY id`
  const before = await figures()
  for (const { productId } of listings) await refreshProduct(sql, productId)
  expect(await figures()).toEqual(before)
})
