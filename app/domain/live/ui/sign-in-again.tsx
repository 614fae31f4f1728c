import { useLocation } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

/** Why the figures stand still, and the way back to this very page. */
export function SignInAgain() {
  const words = liveWords(useLocale())
  const { pathname, search } = useLocation()
  const back = new URLSearchParams({ redirectTo: barePath(pathname) + search })
  return (
    <span role="alert">
      {words.signedOut}
      <LocalLink to={`/staff/sign-in?${back}`} reloadDocument className="underline underline-offset-4">
        {words.signIn}
      </LocalLink>
    </span>
  )
}
