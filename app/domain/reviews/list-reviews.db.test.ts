import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { createVariant } from '#tests/support/goods.ts'
import { listReviewsOf } from './list-reviews.server.ts'

const { db, pool } = await useDatabase()

test('every review is reached, none twice, though many are of one instant', async () => {
  const { productId } = await createVariant(db)
  const createdAt = new Date('2026-11-20T02:00:00Z')
  const bodies = Array.from({ length: 23 }, (_, index) => `第 ${index} 条评价`)
  for (const body of bodies) {
    const review = { productId, authorName: '钱**', rating: 5, body, createdAt, status: 'published' }
    await db.review.create({ data: review })
  }
  await db.review.create({
    data: { productId, authorName: '孙**', rating: 1, body: '还没有审核', createdAt, status: 'pending' },
  })
  const read: Array<string> = []
  let next: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listReviewsOf>> = await listReviewsOf(pool, 'zh', productId, next)
    expect(page.items.length).toBeLessThanOrEqual(10)
    read.push(...page.items.map(({ body }) => body))
    next = page.next
  } while (next !== null)
  expect(read).toEqual(bodies.reverse())
})
