import type { Locale } from '#app/kernel/locale.ts'
import { livestreams as en } from './en/livestreams.ts'
import type { Translated } from './translated.ts'
import { livestreams as zh } from './zh/livestreams.ts'

export type LivestreamWords = Translated<typeof zh>

/** Sent with the pages that show them: nobody else's browser needs these words. */
export function livestreamWords(locale: Locale): LivestreamWords {
  return locale === 'en' ? en : zh
}
