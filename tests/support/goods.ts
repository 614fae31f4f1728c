import { randomBytes } from 'node:crypto'
import { postSale } from '#app/domain/sales/post-orders.server.ts'
import { randomToken } from '#app/kernel/ids.ts'
import type { Database } from '#app/platform/db.server.ts'

const openedAt = new Date('2024-01-01T00:00:00Z')

/** Another division, otherwise like the one that is there. */
export async function createDivision(db: Database, code: string, slug: string): Promise<void> {
  const like = await db.division.findFirstOrThrow()
  await db.division.create({ data: { ...like, code, slug } })
}

/** A published product of an enterprise of its own, with one variant and its stock. */
export async function createVariant(db: Database, { free = 10, priceFen = 2_000 } = {}) {
  const mark = randomBytes(4).toString('hex')
  const text = { name: '敖汉旗', nameEn: 'Aohan', tagline: '', taglineEn: '', story: '', storyEn: '' }
  await db.division.createMany({
    data: {
      code: '150430',
      slug: 'aohan',
      shortName: '敖汉',
      pinyin: 'aohan',
      kind: 'banner',
      areaKm2: 8300,
      sort: 1,
      ...text,
    },
    skipDuplicates: true,
  })
  await db.category.createMany({
    data: { code: 'grain', name: '粮油', nameEn: 'Grain', sort: 1 },
    skipDuplicates: true,
  })
  const enterprise = await db.enterprise.create({
    data: {
      slug: `e-${mark}`,
      name: `合作社 ${mark}`,
      nameEn: `Co-op ${mark}`,
      kind: 'cooperative',
      divisionCode: '150430',
      creditCode: `9315${mark}`,
      phone: '0476-8000000',
      story: '',
      storyEn: '',
      ambientFeeFen: 800,
      chilledFeeFen: 1_800,
      frozenFeeFen: 2_800,
      openedAt,
    },
  })
  const variant = await db.variant.create({
    data: {
      sku: `sku-${mark}`,
      articleNumber: `no-${mark}`,
      label: '1kg',
      labelEn: '1kg',
      priceFen,
      netGrams: 1_000,
      stock: { create: { free } },
      movements: {
        create: { delta: free, reason: 'initial', recordedBy: 'test', recordedAt: openedAt },
      },
      product: {
        create: {
          slug: `millet-${mark}`,
          enterpriseId: enterprise.id,
          divisionCode: '150430',
          categoryCode: 'grain',
          subcategoryCode: 'grain',
          title: `小米 ${mark}`,
          titleEn: `Millet ${mark}`,
          description: '',
          descriptionEn: '',
          storage: 'ambient',
          returnRule: 'seven-days',
          label: {},
          status: 'published',
          publishedAt: openedAt,
          isInStock: free > 0,
          minPriceFen: priceFen,
        },
      },
    },
    include: { product: true },
  })
  const { id: enterpriseId, slug: shop } = enterprise
  return { ...variant, slug: variant.product.slug, enterpriseId, shop }
}

type GroupOptions = {
  shopperId?: string | null
  recipient?: string
  phone?: string
  status?: string
  orderStatus?: string
  /** What is bought; without them goods of an enterprise of its own. */
  goods?: Awaited<ReturnType<typeof createVariant>>
}

/** An order group of one line, as the past left it; no stock is held for it. */
export async function createOrderGroup(db: Database, options: GroupOptions = {}) {
  const {
    shopperId = null,
    recipient = '赵晓梅',
    phone = '13800138000',
    status = 'paid',
    orderStatus = 'completed',
    goods = await createVariant(db),
  } = options
  const { id: variantId, product, priceFen, enterpriseId } = goods
  const mark = randomBytes(12).toString('hex')
  const sums = { itemsFen: priceFen, shippingFen: 800, totalFen: priceFen + 800 }
  const group = await db.orderGroup.create({
    data: {
      number: `CF20261120${mark.slice(0, 8).toUpperCase()}`,
      token: randomToken(),
      idempotencyKey: mark,
      shopperId,
      locale: 'zh',
      status,
      ...sums,
      recipient,
      phone,
      provinceCode: '11',
      cityCode: '1101',
      districtCode: '110108',
      region: '北京市 海淀区',
      detail: `${recipient} 家，1 号楼`,
      note: `${recipient} 的留言`,
      invoice: { kind: 'personal', title: recipient, email: null },
      placedAt: new Date('2026-11-20T01:00:00Z'),
      expiresAt: new Date('2026-11-20T01:41:00Z'),
      orders: {
        create: {
          number: `CF20261120${mark.slice(0, 8).toUpperCase()}-1`,
          enterpriseId,
          status: orderStatus,
          ...sums,
          lines: {
            create: {
              productId: product.id,
              variantId,
              title: product.title,
              titleEn: product.titleEn,
              variantLabel: '1kg',
              variantLabelEn: '1kg',
              productSlug: product.slug,
              categoryCode: 'grain',
              divisionCode: '150430',
              storage: 'ambient',
              returnRule: 'seven-days',
              priceFen,
              quantity: 1,
              amountFen: priceFen,
            },
          },
          parcels: { create: { storage: 'ambient', shippingFen: 800 } },
        },
      },
    },
    include: { orders: { include: { lines: true, parcels: true } } },
  })
  if (status !== 'awaiting-payment') await db.$transaction((tx) => postSale(tx, group.id, group.placedAt))
  return group
}
