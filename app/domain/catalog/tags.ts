/** What pages are made of, as the page cache knows it (publicPage, publishTags): one place for the words. */

/** Any list: a price, a stock state, a title or what is published changed. */
export const catalogTag = 'catalog'
/** Names and stories of divisions and categories. */
export const placesTag = 'places'
export const exhibitionsTag = 'exhibitions'

export function productTag(slug: string): string {
  return `product:${slug}`
}

export function enterpriseTag(slug: string): string {
  return `enterprise:${slug}`
}
