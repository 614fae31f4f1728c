export type Locale = 'zh' | 'en'
export const locales: ReadonlyArray<Locale> = ['zh', 'en']

/** The language is part of the URL: /en/… is English, everything else Chinese. */
export function localeOf(pathname: string): Locale {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'zh'
}

/** '/cart' in English is '/en/cart'. `path` is the Chinese path, with its query if any. */
export function localPath(locale: Locale, path: string): string {
  if (locale === 'zh') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** The path without its language. */
export function barePath(pathname: string): string {
  return localeOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname
}

/** The BCP 47 tag for `lang` and Intl. */
export function languageTag(locale: Locale): string {
  return locale === 'zh' ? 'zh-CN' : 'en'
}

/** Picks the text of the language; English falls back to Chinese where nothing was written. */
export function inLocale(locale: Locale, zh: string, en: string | null | undefined): string {
  return locale === 'en' && en ? en : zh
}
