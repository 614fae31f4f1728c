import { Outlet } from '@remix-run/react'
import { Suspense } from 'react'
import { PersonalMessages } from '#app/messages/more-messages.tsx'

export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

/** Around every page that belongs to one person: their words are not fetched by those who only look around. */
export default function Personal() {
  return (
    <Suspense>
      <PersonalMessages>
        <Outlet />
      </PersonalMessages>
    </Suspense>
  )
}
