/** What pages are made of, as the page cache knows it (publicPage, publishTags): one place for the words. */
export const catalogTag = 'catalog'
export const exhibitionsTag = 'exhibitions'

export function productTag(slug: string): string {
  return `product:${slug}`
}

export function enterpriseTag(slug: string): string {
  return `enterprise:${slug}`
}
