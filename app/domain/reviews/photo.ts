/** Where everybody finds a photo as large as it is shown, while its review is. */
export function photoPath(key: string): string {
  return `/pictures/reviews/${key}-1200.webp`
}
