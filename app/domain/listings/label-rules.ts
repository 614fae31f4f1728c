import type { LabelField } from '#app/domain/catalog/label.ts'

/** What the law of labels takes goods for. */
export type GoodsKind = 'prepackaged' | 'farm-produce' | 'craft'

/** Edible farm products: fresh or frozen as they grew, not processed (Farm Product Quality and Safety Law, 2 and 38). */
const farmProduce = /^(meat|produce)-|^(fungi-fresh|egghoney-egg|aquatic-fish|aquatic-crab|herb-root)$/

export function goodsKind(subcategoryCode: string): GoodsKind {
  if (farmProduce.test(subcategoryCode)) return 'farm-produce'
  return subcategoryCode.startsWith('craft-') ? 'craft' : 'prepackaged'
}

type LabelRule = { field: LabelField; isRequired: boolean }

const required = (...fields: Array<LabelField>) => fields.map((field) => ({ field, isRequired: true }))
const optional = (...fields: Array<LabelField>) => fields.map((field) => ({ field, isRequired: false }))

/** GB 7718, 4.1 for prepackaged food; farm produce and crafts fill a part. */
const rules: Readonly<Record<GoodsKind, ReadonlyArray<LabelRule>>> = {
  prepackaged: [
    ...required('foodName', 'ingredients', 'netContent', 'producer', 'producerAddress', 'producerPhone'),
    ...required('storage', 'foodLicence', 'standard'),
    ...optional('shelfLife', 'grade', 'allergens', 'origin'),
  ],
  'farm-produce': [
    ...required('foodName', 'origin', 'producer', 'producerPhone'),
    ...optional('netContent', 'producerAddress', 'storage', 'shelfLife', 'grade'),
  ],
  craft: [
    ...required('producer', 'producerPhone'),
    ...optional('foodName', 'netContent', 'producerAddress', 'storage', 'origin', 'standard'),
  ],
}

/** The label's lines for goods of a kind, in the order in which one fills them. */
export function labelRules(subcategoryCode: string): ReadonlyArray<LabelRule> {
  return rules[goodsKind(subcategoryCode)]
}
