import { expect, test } from 'vitest'
import type { Memo } from '#app/platform/memo.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { suggestVariants } from './suggest-variants.server.ts'

const { db, pool } = await useDatabase({ seeded: true })
const memo: Memo = ({ load }) => load()

test('goods that a title of the platform may mean are named in the language of the page', async () => {
  const { title, titleEn, enterprise, variants } = await db.product.findFirstOrThrow({
    where: { status: 'published' },
    orderBy: { score: 'desc' },
    include: { enterprise: true, variants: { orderBy: { position: 'asc' }, take: 1 } },
  })
  const variant = variants[0] ?? expect.fail('a product without a variant')
  const suggest = async (locale: 'zh' | 'en') => {
    const wish = { text: `【赤峰好物】${title}`, spec: variant.label }
    const choices = await suggestVariants({ pool, memo }, locale, wish)
    return choices.find(({ sku }) => sku === variant.sku)
  }
  expect(await suggest('zh')).toMatchObject({ title, label: variant.label, enterprise: enterprise.name })
  expect(await suggest('en')).toMatchObject({
    title: titleEn,
    label: variant.labelEn,
    enterprise: enterprise.nameEn,
  })
})
