/** The `meta` export of personal pages: the title that the loader worded; search engines stay out. */
export function personalMeta({ data }: { data: unknown }) {
  const title = typeof data === 'object' && data && 'title' in data ? String(data.title) : null
  return title ? [{ title }, { name: 'robots', content: 'noindex' }] : []
}
