import { certificates } from '#app/domain/catalog/certificates.ts'
import { type labelFields, paperKinds } from '#app/domain/catalog/label.ts'
import { returnRules } from '#app/domain/catalog/return-rules.ts'
import { storages } from '#app/domain/catalog/storage.ts'
import type { Locale } from '#app/kernel/locale.ts'

/** How a cell is written. */
type ColumnKind =
  | 'text'
  | 'price'
  | 'count'
  | 'grams'
  | 'days'
  | 'day'
  | 'months'
  | 'words'
  | 'files'
  | 'flag'
  | 'choice'
  | 'choices'

/** A word that may stand in a coded column. */
export type Choice = { code: string } & Record<Locale, string>

/**
 * A column of the file. `key` is a path in the draft: `title`, `label.foodName`, `batch.producedOn`,
 * `paper.quarantine.number`; of the row's own variant `variant.priceFen`.
 */
export type Column = {
  key: string
  kind: ColumnKind
  width: number
  /** What others call it in their files. */
  aliases: ReadonlyArray<string>
  /** Absent for the category, whose words are in the database. */
  choices?: ReadonlyArray<Choice>
} & Record<Locale, string>

const flags: ReadonlyArray<Choice> = [
  { code: 'yes', zh: '是', en: 'yes' },
  { code: 'no', zh: '否', en: 'no' },
]

const storageWords: Readonly<Record<(typeof storages)[number], Record<Locale, string>>> = {
  ambient: { zh: '常温', en: 'ambient' },
  chilled: { zh: '冷藏', en: 'chilled' },
  frozen: { zh: '冷冻', en: 'frozen' },
}

const returnWords: Readonly<Record<(typeof returnRules)[number], Record<Locale, string>>> = {
  'seven-days': { zh: '七天无理由', en: 'seven days' },
  'seven-days-unopened': { zh: '七天无理由（未拆封）', en: 'seven days, unopened' },
  'excluded-perishable': { zh: '鲜活易腐不适用', en: 'excluded, perishable' },
  'excluded-custom': { zh: '定做不适用', en: 'excluded, made to order' },
}

const certificateWords: Readonly<Record<(typeof certificates)[number], Record<Locale, string>>> = {
  green: { zh: '绿色食品', en: 'green food' },
  organic: { zh: '有机', en: 'organic' },
  gi: { zh: '地理标志', en: 'geographical indication' },
  assistance: { zh: '帮扶产品', en: 'assistance product' },
  heritage: { zh: '非遗', en: 'heritage' },
}

const labelWords: Readonly<Record<keyof typeof labelFields.shape, Record<Locale, string>>> = {
  foodName: { zh: '食品名称', en: 'Food name' },
  ingredients: { zh: '配料', en: 'Ingredients' },
  netContent: { zh: '净含量', en: 'Net content' },
  producer: { zh: '生产者', en: 'Producer' },
  producerAddress: { zh: '生产者地址', en: 'Producer address' },
  producerPhone: { zh: '生产者联系方式', en: 'Producer phone' },
  shelfLife: { zh: '标签保质期', en: 'Shelf life on the label' },
  storage: { zh: '贮存条件', en: 'Storage on the label' },
  foodLicence: { zh: '生产许可证编号', en: 'Food licence' },
  standard: { zh: '产品标准代号', en: 'Standard' },
  grade: { zh: '质量等级', en: 'Grade' },
  allergens: { zh: '致敏物质', en: 'Allergens' },
  origin: { zh: '产地', en: 'Origin' },
}

const paperWords: Readonly<Record<(typeof paperKinds)[number], Record<Locale, string>>> = {
  'quality-certificate': { zh: '承诺达标合格证', en: 'Quality certificate' },
  quarantine: { zh: '动物检疫证明', en: 'Quarantine certificate' },
  inspection: { zh: '检验报告', en: 'Inspection report' },
  'meat-quality': { zh: '肉品品质合格证', en: 'Meat quality certificate' },
}

const paperFields = [
  { field: 'number', kind: 'text', zh: '编号', en: 'number' },
  { field: 'issuer', kind: 'text', zh: '出具单位', en: 'issuer' },
  { field: 'issuedOn', kind: 'day', zh: '出具日期', en: 'issued on' },
  { field: 'expiresOn', kind: 'day', zh: '有效期至', en: 'valid until' },
] as const

type Rest = Partial<Pick<Column, 'aliases' | 'choices' | 'width'>>

function column(key: string, kind: ColumnKind, zh: string, en: string, rest: Rest = {}): Column {
  return { key, kind, zh, en, width: 14, aliases: [], ...rest }
}

function worded<Code extends string>(
  codes: ReadonlyArray<Code>,
  words: Readonly<Record<Code, Record<Locale, string>>>,
): Array<Choice> {
  return codes.map((code) => ({ code, ...words[code] }))
}

/**
 * The file's format, in the order of its columns. Old files are imported again: a heading that is named anew stays as an
 * alias, and keys are stored with what was said of files (`variant.sku` as in a draft).
 */
export const columns: ReadonlyArray<Column> = [
  column('variant.sku', 'text', '货号', 'Article number', {
    aliases: ['商家编码', 'sku', '商品编码', '商品编号', '编码', '规格编码'],
  }),
  column('title', 'text', '商品名称', 'Title', { aliases: ['名称', '标题', '品名', '选购商品'], width: 28 }),
  column('subcategoryCode', 'choice', '类别', 'Category', {
    aliases: ['分类', '商品类别', '类目'],
    width: 20,
  }),
  column('variant.label', 'text', '规格', 'Variant', { aliases: ['规格名称', '商品规格'] }),
  column('variant.priceFen', 'price', '价格（元）', 'Price (CNY)', {
    aliases: ['价格', '售价', '单价', '商品单价'],
  }),
  column('variant.stock', 'count', '库存', 'Stock', { aliases: ['可售库存', '库存数量', '数量'] }),
  column('variant.stockSeen', 'count', '导出时库存', 'Stock when exported'),
  column('variant.netGrams', 'grams', '净重（克）', 'Net weight (g)', { aliases: ['净重', '重量'] }),
  column('variant.isActive', 'flag', '规格在售', 'Variant on sale', { choices: flags }),
  column('variant.minQuantity', 'count', '起售件数', 'Minimum quantity'),
  column('variant.maxPerPerson', 'count', '每人限购', 'Limit per person', { aliases: ['限购'] }),
  column('variant.barcode', 'text', '条形码', 'Barcode', {
    aliases: ['条码', '69码', '商品69码'],
    width: 18,
  }),
  column('pictures', 'files', '照片文件名', 'Photo files', { aliases: ['图片', '照片'], width: 24 }),
  column('subtitle', 'text', '一句话卖点', 'Subtitle', { aliases: ['卖点', '副标题'], width: 24 }),
  column('description', 'text', '介绍', 'Description', { aliases: ['商品介绍', '描述', '详情'], width: 40 }),
  column('keywords', 'words', '别名', 'Other names', { aliases: ['关键词'] }),
  column('storage', 'choice', '储存方式', 'Storage', {
    aliases: ['储存', '贮存方式', '温层'],
    choices: worded(storages, storageWords),
  }),
  column('shelfLifeDays', 'days', '保质期（天）', 'Shelf life (days)', { aliases: ['保质期'] }),
  column('seasonMonths', 'months', '当季月份', 'Season months'),
  column('dispatchHours', 'count', '几小时内发货', 'Dispatch hours', { aliases: ['发货时效'] }),
  column('returnRule', 'choice', '退换规则', 'Return rule', {
    choices: worded(returnRules, returnWords),
    width: 20,
  }),
  column('isAlcohol', 'flag', '酒类', 'Alcohol', { choices: flags }),
  column('certificates', 'choices', '认证', 'Certificates', {
    aliases: ['认证与标识'],
    choices: worded(certificates, certificateWords),
  }),
  column('giName', 'text', '地理标志名称', 'GI name'),
  column('giAuthorisation', 'text', '用标授权编号', 'GI authorisation'),
  ...Object.entries(labelWords).map(([field, { zh, en }]) => column(`label.${field}`, 'text', zh, en)),
  column('batch.code', 'text', '批次编号', 'Batch code'),
  column('batch.producedOn', 'day', '生产或采收日期', 'Produced on', { aliases: ['生产日期', '采收日期'] }),
  column('batch.expiresOn', 'day', '批次到期日', 'Batch expires on'),
  ...worded(paperKinds, paperWords).flatMap((paper) =>
    paperFields.map(({ field, kind, zh, en }) =>
      column(`paper.${paper.code}.${field}`, kind, `${paper.zh}${zh}`, `${paper.en}, ${en}`, { width: 18 }),
    ),
  ),
  column('titleEn', 'text', '英文名称', 'English title'),
  column('subtitleEn', 'text', '英文卖点', 'English subtitle'),
  column('descriptionEn', 'text', '英文介绍', 'English description'),
  column('variant.labelEn', 'text', '英文规格', 'English variant'),
]

const byKey = new Map(columns.map((each) => [each.key, each]))

export function findColumn(key: string): Column | undefined {
  return byKey.get(key)
}

export function isVariantKey(key: string): boolean {
  return key.startsWith('variant.')
}

/** Without which no row can be told from another. */
export const neededKeys: ReadonlyArray<string> = ['variant.sku']
