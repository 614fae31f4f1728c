import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Mark } from '#app/ui/mark.tsx'
import { LanguageLink } from './language-link.tsx'

/** Above the pages that people come in by, who are nobody yet: signing in, invitations, applications. */
export function EntranceHeader() {
  const t = useStaffMessages().team.header
  const link = 'flex min-h-11 items-center px-2 text-sm text-muted hover:text-cinnabar'
  return (
    <header className="border-b border-line bg-card print:hidden">
      <div className="page flex flex-wrap items-center gap-x-4 py-2">
        <LocalLink to="/staff/sign-in" className="flex min-h-11 min-w-0 items-center gap-2">
          <Mark className="size-8 shrink-0 text-cinnabar" />
          <span className="title-font text-lg">{t.home}</span>
        </LocalLink>
        <div className="ml-auto flex items-center">
          <LanguageLink className={link} />
          <LocalLink to="/" className={link}>
            {t.toShop}
          </LocalLink>
        </div>
      </div>
    </header>
  )
}
