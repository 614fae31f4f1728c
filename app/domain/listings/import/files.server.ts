import type { Readable } from 'node:stream'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { mostRows } from '#app/platform/sheets/read-sheet.server.ts'
import { type Sheet, streamText, writeWorkbook } from '#app/platform/sheets/write-sheet.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { columns } from './columns.ts'
import {
  exportListings,
  exportSheet,
  hasMoreListings,
  sheetColumns,
  sheetName,
} from './export-listings.server.ts'
import { listCategoryWords } from './import-context.server.ts'

type MadeFile = { name: string; content: Uint8Array | Readable }

/**
 * `template.xlsx`, `products.xlsx`, `products.csv`; null for any other name. A workbook is made whole, so of more
 * listings than one import takes there is a text instead, which is sent while it is made (T71).
 */
export async function makeFile(
  services: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  name: string,
  locale: Locale,
): Promise<MadeFile | null> {
  if (name === 'template.xlsx')
    return { name, content: await writeWorkbook(await template(services, locale)) }
  if (name === 'products.xlsx' && !(await hasMoreListings(services, scope, mostRows)))
    return { name, content: await writeWorkbook(await exportSheet(services, scope, locale)) }
  if (name !== 'products.csv' && name !== 'products.xlsx') return null
  const { columns: headings, parts } = await exportListings(services, scope, locale)
  return { name: 'products.csv', content: streamText(headings, parts) }
}

/** Two rows of one product, as an example of how variants are written. */
const examples: ReadonlyArray<Readonly<Record<string, string>>> = [
  {
    'variant.sku': 'XM-500',
    title: '敖汉旱作黄小米',
    'variant.label': '500g 袋装',
    'variant.priceFen': '19.90',
    'variant.stock': '100',
    'variant.netGrams': '500',
    pictures: 'xm-1.jpg、xm-2.jpg',
    description: '旱坡地上一年一季，慢慢熬出米油来。',
    storage: '常温',
    shelfLifeDays: '365',
    returnRule: '七天无理由（未拆封）',
    'label.foodName': '小米',
    'label.ingredients': '小米',
    'label.netContent': '500g',
    'label.storage': '阴凉干燥处',
    'label.standard': 'GB/T 11766',
  },
  {
    'variant.sku': 'XM-2500',
    title: '敖汉旱作黄小米',
    'variant.label': '2.5kg 袋装',
    'variant.priceFen': '89.00',
    'variant.stock': '40',
    'variant.netGrams': '2500',
  },
]

async function template({ pool }: Pick<Services, 'pool'>, locale: Locale): Promise<Sheet> {
  const categories = await listCategoryWords(sqlOn(pool))
  const rows = examples.map((example) => columns.map(({ key }) => example[key] ?? null))
  return { name: sheetName(locale), columns: sheetColumns(categories, locale), rows }
}
