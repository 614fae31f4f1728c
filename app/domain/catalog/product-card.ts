import type { Fen } from '#app/kernel/money.ts'

export type Storage = 'ambient' | 'chilled' | 'frozen'

/** All that a card in a list shows, in the reader's language. */
export type ProductCard = {
  slug: string
  title: string
  divisionCode: string
  divisionName: string
  minPriceFen: Fen
  /** Price per 500 g of the cheapest by weight; null for goods not sold by weight. */
  minUnitPriceFen: Fen | null
  hasChoice: boolean
  /** The only variant's handle, when there is no choice: it can go into the cart from the list. */
  sku: string | null
  isInStock: boolean
  isColdChain: boolean
  /** Falls under a geographical indication and its seller may show the mark. */
  isGi: boolean
  pictureKey: string | null
  pictureAlt: string
}
