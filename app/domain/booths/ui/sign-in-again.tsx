import { useLocation } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { KeptSales } from './use-kept-sales.ts'

/** Who has to sign in, or somebody else, before anything goes up. */
export function SignInAgain({ uploaded: { outcome } }: Pick<KeptSales, 'uploaded'>) {
  const t = useStaffMessages().booths.sync
  const { pathname } = useLocation()
  if (outcome !== 'signed-out' && outcome !== 'not-allowed') return null
  return (
    <Notice tone="warning" title={t.signIn[outcome].title} role="alert">
      <p>{t.signIn[outcome].text}</p>
      <ButtonLink
        to={`/staff/sign-in?${new URLSearchParams({ redirectTo: barePath(pathname) })}`}
        reloadDocument
      >
        {t.signIn[outcome].link}
      </ButtonLink>
    </Notice>
  )
}
