import { useLocation } from '@remix-run/react'
import { type Locale, localeOf } from '#app/kernel/locale.ts'

/** The language of the page that is shown, read from its URL. */
export function useLocale(): Locale {
  return localeOf(useLocation().pathname)
}
