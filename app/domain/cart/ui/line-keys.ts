const prefix = 'cart-line:'

/** One fetcher a line: a newer click on the same line takes the place of an older one. */
export function lineFetcherKey(sku: string): string {
  return prefix + sku
}

/** The line that a fetcher is for; null when it is for something else. */
export function skuOfFetcher(key: string): string | null {
  return key.startsWith(prefix) ? key.slice(prefix.length) : null
}

/** Where the page can find a line again. */
export function lineId(sku: string): string {
  return `line-${sku}`
}
