import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Mark } from '#app/ui/mark.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { LanguageLink } from './language-link.tsx'
import { type MenuEntry, StaffMenu } from './staff-menu.tsx'

type StaffShellProps = {
  /** Whose desk this is: the enterprise's name, or the organizers'. */
  title: string
  home: string
  menu: ReadonlyArray<MenuEntry>
  /** What stands above every page of the desk. */
  notices?: ReactNode
  children: ReactNode
}

/** The staff's frame: calm and dense. The menu is a column on a desk and folded away on a phone. */
export function StaffShell({ title, home, menu, notices, children }: StaffShellProps) {
  const t = useStaffMessages().staff.shell
  return (
    <div className="min-h-dvh bg-paper print:bg-white">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-card focus:px-4 focus:py-2"
      >
        {t.skip}
      </a>
      <StaffHeader title={title} home={home} />
      <div className="page grid grid-cols-1 gap-x-8 lg:grid-cols-[11rem_minmax(0,1fr)] print:block">
        <StaffMenu home={home} entries={menu} />
        <main id="content" tabIndex={-1} className="min-w-0 pb-16 outline-none print:pb-0">
          {notices}
          {children}
        </main>
      </div>
    </div>
  )
}

/** Also above pages that have no menu: choosing a workplace, one's own account. */
export function StaffHeader({ title, home }: { title: string; home: string }) {
  const t = useStaffMessages().staff.shell
  const locale = useLocale()
  const link = 'flex min-h-11 items-center px-2 text-sm text-muted hover:text-cinnabar'
  return (
    <header className="border-b border-line bg-card print:hidden">
      <div className="page flex flex-wrap items-center gap-x-4 py-1 md:py-2">
        <LocalLink to={home} className="flex min-h-11 min-w-0 items-center gap-2">
          <Mark className="size-7 shrink-0 text-cinnabar" />
          <span className="title-font truncate">{title}</span>
        </LocalLink>
        <div className="ml-auto flex items-center">
          <LanguageLink className={link} />
          <LocalLink to="/staff/account" className={link}>
            {t.account}
          </LocalLink>
          <Form method="post" action={localPath(locale, '/staff/sign-out')} reloadDocument>
            <button type="submit" className={link}>
              {t.signOut}
            </button>
          </Form>
        </div>
      </div>
    </header>
  )
}

/** Where even the frame could not be made: back to the places of work. */
export function StaffErrorPage() {
  const t = useStaffMessages()
  return (
    <>
      <StaffHeader title={t.common.shop} home="/staff" />
      <main className="page">
        <ErrorPage />
      </main>
    </>
  )
}
