import { localeOf } from '#app/kernel/locale.ts'
import { cameraHeader } from '#app/platform/page-uses.ts'
import { personalMeta } from '#app/platform/personal-page.ts'

/** The `meta` export of the booth's pages: an app of its own, that opens at the till. */
export function boothMeta({ data, location }: { data: unknown; location: { pathname: string } }) {
  const manifest = localeOf(location.pathname) === 'en' ? '/booth-en.webmanifest' : '/booth.webmanifest'
  return [...personalMeta({ data }), { tagName: 'link', rel: 'manifest', href: manifest }]
}

/** The `headers` export of the booth's pages: one leads to another without a new document, and the till reads barcodes. */
export function cameraHeaders(): HeadersInit {
  return { [cameraHeader]: 'on' }
}
