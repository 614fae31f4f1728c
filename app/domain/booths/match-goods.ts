import type { TillGoods } from './open-till.server.ts'

/** What one code means: a barcode before an article number, and that before the shop's handle. */
export function findCoded(goods: ReadonlyArray<TillGoods>, code: string): TillGoods | undefined {
  return (
    goods.find(({ barcode }) => barcode === code) ??
    goods.find(({ articleNumber }) => articleNumber === code) ??
    goods.find(({ sku }) => sku === code)
  )
}

/** By title, size or code. */
export function matchGoods(goods: ReadonlyArray<TillGoods>, text: string): Array<TillGoods> {
  return goods.filter(({ title, label, articleNumber, sku, barcode }) =>
    isFoundBy(text, `${title} ${label} ${articleNumber} ${sku} ${barcode ?? ''}`),
  )
}

/** On whatever keyboard it was typed. */
export function isFoundBy(text: string, name: string): boolean {
  return plain(name).includes(plain(text).trim())
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
