import type { Locale } from '#app/kernel/locale.ts'
import { certificateCheck as en } from './en/certificate-check.ts'
import type { Translated } from './translated.ts'
import { certificateCheck as zh } from './zh/certificate-check.ts'

type CertificateCheckWords = Translated<typeof zh>

/** Both languages in the chunk of the certificates' pages: the words that all pages load have no room. */
export function certificateCheckWords(locale: Locale): CertificateCheckWords {
  return locale === 'en' ? en : zh
}
