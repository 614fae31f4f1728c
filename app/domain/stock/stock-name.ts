import { inLocale, type Locale } from '#app/kernel/locale.ts'

type Named = { title: string; titleEn: string; label: string; labelEn: string }

/** 敖汉小米 · 500g */
export function stockName({ title, titleEn, label, labelEn }: Named, locale: Locale): string {
  return `${inLocale(locale, title, titleEn)} · ${inLocale(locale, label, labelEn)}`
}
