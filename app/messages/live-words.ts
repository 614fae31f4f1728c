import type { Locale } from '#app/kernel/locale.ts'
import { live as en } from './en/live.ts'
import type { Translated } from './translated.ts'
import { live as zh } from './zh/live.ts'

export type LiveWords = Translated<typeof zh>

/** Both languages in the chunk of live figures, which few pages fetch: the words that all pages load have no room. */
export function liveWords(locale: Locale): LiveWords {
  return locale === 'en' ? en : zh
}
