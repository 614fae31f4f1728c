import { useLocation } from '@remix-run/react'
import { barePath, languageTag, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { useLocale } from '#app/ui/use-locale.ts'

/** The same page in the other language. */
export function LanguageLink({ className }: { className: string }) {
  const t = useStaffMessages().staff.shell
  const { pathname, search } = useLocation()
  const other = useLocale() === 'zh' ? 'en' : 'zh'
  return (
    <a
      href={localPath(other, barePath(pathname)) + search}
      hrefLang={languageTag(other)}
      lang={languageTag(other)}
      aria-label={t.languageLabel}
      className={className}
    >
      {t.language}
    </a>
  )
}
