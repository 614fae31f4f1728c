/** How a booth is paid. */
export const tenders = ['cash', 'wechat', 'alipay', 'card'] as const
export type Tender = (typeof tenders)[number]

/** Fen by tender; what no sale was paid with is 0. */
export type TenderSums = Record<Tender, number>

export function noSums(): TenderSums {
  return { cash: 0, wechat: 0, alipay: 0, card: 0 }
}

export function sumOf(sums: TenderSums): number {
  return tenders.reduce((sum, tender) => sum + sums[tender], 0)
}
