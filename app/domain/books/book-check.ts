import type { Fen } from '#app/kernel/money.ts'

export const bookCheckKinds = ['rollups', 'orders', 'provider'] as const
export type BookCheckKind = (typeof bookCheckKinds)[number]

/** Something that one book has and the other has not, or not so. */
export type ProviderDifference = {
  kind: 'payment' | 'refund'
  /** The provider's id. */
  id: string
  /** Number of our order group; null where we know of none. */
  order: string | null
  oursFen: Fen | null
  theirsFen: Fen | null
}

type BothSides = { oursFen: Fen; theirsFen: Fen }
export type ProviderDay = { paid: BothSides; refunded: BothSides; differences: Array<ProviderDifference> }
