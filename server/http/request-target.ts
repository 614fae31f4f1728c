export type Target = { pathname: string; search: string }

// Remix asks for the routes of a page with many links by addresses of up to 7,680 characters.
const longestTarget = 8_192

/**
 * Path and query of a request line, or null for one that no browser sends: absolute or asterisk form, bad
 * percent signs, NUL, backslashes, empty segments (`//evil.example/` would redirect abroad).
 */
export function parseTarget(raw: string | undefined): Target | null {
  if (raw === undefined || raw.length > longestTarget || !raw.startsWith('/')) return null
  const queryAt = raw.indexOf('?')
  const pathname = queryAt < 0 ? raw : raw.slice(0, queryAt)
  const search = queryAt < 0 ? '' : raw.slice(queryAt)
  if (pathname.includes('//') || /[\\\s#]/.test(raw)) return null
  try {
    const decoded = decodeURIComponent(pathname)
    if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..')) return null
    return { pathname, search: search === '?' ? '' : search }
  } catch {
    return null
  }
}
