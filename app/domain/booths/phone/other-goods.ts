import type { KeptSale, SoldAs } from './kept-sales.ts'

export type OtherGoods = SoldAs & { name: string }

/** As many as stand in two rows of the till. */
const most = 6

/** What this phone has sold without a listing, the last first: the next one is spelt, measured and priced the same. */
export function listOtherGoods(kept: ReadonlyArray<KeptSale>): Array<OtherGoods> {
  const byName = new Map<string, OtherGoods>()
  for (const { goodsName: name, as, isUndone, state } of kept)
    if (name && as && !isUndone && state !== 'discarded' && !byName.has(name))
      byName.set(name, { name, ...as })
  return [...byName.values()].slice(0, most)
}
