/** What pages are made of, as the page cache knows it (publicPage, publishTags): one place for the words. */

/** Any list: what is published, or the order in which it stands, changed. */
export const catalogTag = 'catalog'
/** Names and stories of divisions and categories. */
export const placesTag = 'places'
export const exhibitionsTag = 'exhibitions'

/** A fair's live figures: dropped in each process by each of its sales. */
export function liveTag(exhibitionId: number): string {
  return `live:${exhibitionId}`
}

/** A product's own page. */
export function productTag(slug: string): string {
  return `product:${slug}`
}

/** Wherever it stands among others: what a card shows of it, price, stock and title, changed. */
export function cardTag(slug: string): string {
  return `card:${slug}`
}

export function cardTags(cards: ReadonlyArray<{ slug: string }>): Array<string> {
  return cards.map(({ slug }) => cardTag(slug))
}

export function enterpriseTag(slug: string): string {
  return `enterprise:${slug}`
}
