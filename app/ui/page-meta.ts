import type { MetaDescriptor } from '@remix-run/react'
import { barePath, languageTag, localeOf, locales, localPath } from '#app/kernel/locale.ts'
import type { PageMeta } from '#app/kernel/page-meta.ts'

/** The head of a page: title, description, what is shared, and its twin in the other language. */
export function pageMeta(pathname: string, meta: PageMeta | undefined): Array<MetaDescriptor> {
  if (!meta) return []
  const name = localeOf(pathname) === 'zh' ? '赤峰好物' : 'Chifeng Good Products'
  const title = meta.title.includes(name) ? meta.title : `${meta.title} · ${name}`
  if (meta.isPrivate) return [{ title }, { name: 'robots', content: 'noindex' }]
  return [
    { title },
    { name: 'description', content: meta.description ?? title },
    { property: 'og:title', content: title },
    { property: 'og:description', content: meta.description ?? title },
    { property: 'og:image', content: meta.picture ?? '/og.png' },
    { property: 'og:locale', content: languageTag(localeOf(pathname)).replace('-', '_') },
    { tagName: 'link', rel: 'canonical', href: pathname },
    ...locales.map((locale) => ({
      tagName: 'link' as const,
      rel: 'alternate',
      hrefLang: languageTag(locale),
      href: localPath(locale, barePath(pathname)),
    })),
  ]
}
