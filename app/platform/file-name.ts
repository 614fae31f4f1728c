const longest = 120

/**
 * The name of an upload as it is kept, shown and put into a download's header: no path, no NUL, which PostgreSQL does
 * not keep, and nothing that turns the reading direction (T66).
 */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^.*[/\\]/, '')
    .trim()
  return [...plain].slice(0, longest).join('') || '-'
}

/** The same of what is a PDF, whatever its name says. */
export function safePaperName(name: string): string {
  return `${safeName(name.replace(/\.pdf$/i, ''))}.pdf`
}
