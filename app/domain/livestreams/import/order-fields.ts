import { type HeadingMap, mapHeadings, saidBefore, sameHeading } from '#app/platform/sheets/map-headings.ts'

/** What is read of an order export of 抖店, and what its headings are called in one year or another, the usual one first. */
export const orderFields = [
  { key: 'subOrder', aliases: ['子订单编号', '子订单号', '商品单号', '商品订单编号'], isNeeded: true },
  { key: 'mainOrder', aliases: ['主订单编号', '订单编号', '订单号', '父订单号'] },
  { key: 'productId', aliases: ['商品ID', '商品编号'], isNeeded: true },
  { key: 'merchantCode', aliases: ['商家编码', '货号', '商家SKU编码'] },
  { key: 'title', aliases: ['选购商品', '商品名称', '商品'] },
  { key: 'spec', aliases: ['商品规格', '规格'] },
  { key: 'quantity', aliases: ['商品数量', '数量'], isNeeded: true },
  { key: 'gross', aliases: ['订单应付金额', '支付金额', '成交金额'], isNeeded: true },
  { key: 'refund', aliases: ['退款金额', '已退款金额', '退款金额（元）'] },
  { key: 'paidAt', aliases: ['支付完成时间', '支付时间'], isNeeded: true },
  { key: 'state', aliases: ['订单状态'], isNeeded: true },
  { key: 'afterSale', aliases: ['售后状态'] },
  { key: 'traffic', aliases: ['流量体裁'], isNeeded: true },
  { key: 'hostAccount', aliases: ['达人ID'] },
  { key: 'province', aliases: ['省'] },
  { key: 'district', aliases: ['区'] },
] as const satisfies ReadonlyArray<OrderField>

type OrderField = { key: string; aliases: ReadonlyArray<string>; isNeeded?: true }
export type FieldKey = (typeof orderFields)[number]['key']

const keys: ReadonlySet<string> = new Set(orderFields.map(({ key }) => key))
const neededFields: ReadonlyArray<FieldKey> = orderFields
  .filter((field) => 'isNeeded' in field)
  .map(({ key }) => key)

// The first names of all fields before the second of any: 货号 is the code only where there is no 商家编码.
const usual = namesOf(0)
const lessUsual = [1, 2, 3].map(namesOf)

function namesOf(rank: number): ReadonlyMap<string, FieldKey> {
  const named = orderFields.flatMap(({ key, aliases }) => {
    const alias = aliases[rank]
    return alias ? [[sameHeading(alias), key] as const] : []
  })
  return new Map(named)
}

/** Who ordered, where they live and what they wrote: such a column is read under no name, whatever somebody says (T76). */
export function isPersonal(heading: string): boolean {
  return /收[件货]|手机|电话|地址|街道|姓名|买家|留言|备注|昵称|身份证|邮箱|微信|联系|快递|物流|运单|recipient|phone|address/i.test(
    heading,
  )
}

/**
 * What the headings mean: by the usual names, then as it was said before, then by the less usual ones. What was said of
 * another layout, for want of a column, does not take that column's place where there is one.
 */
export function mapOrderHeadings(headings: ReadonlyArray<string>, saved: HeadingMap = {}): HeadingMap {
  const said = [...saidBefore(saved)].filter(([, key]) => keys.has(key))
  const open = headings.filter((heading) => !isPersonal(heading))
  return mapHeadings(open, [usual, new Map(said), ...lessUsual])
}

/** Of a form with a select for each field, which chooses a heading by its place; null when one is chosen twice. */
export function readOrderMapping(form: FormData, headings: ReadonlyArray<string>): HeadingMap | null {
  const chosen = orderFields.flatMap(({ key }): Array<[string, FieldKey]> => {
    const place = String(form.get(`field.${key}`) ?? '')
    const heading = /^\d{1,3}$/.test(place) ? headings[Number(place)] : undefined
    return heading === undefined || isPersonal(heading) ? [] : [[heading, key]]
  })
  const mapping = Object.fromEntries(chosen)
  return Object.keys(mapping).length === chosen.length ? mapping : null
}

/** Fields without which no order can be read. */
export function missingFields(mapping: HeadingMap): Array<FieldKey> {
  const mapped = new Set(Object.values(mapping))
  return neededFields.filter((key) => !mapped.has(key))
}
