import { Outlet } from '@remix-run/react'
import { Suspense } from 'react'
import { StaffWords } from '#app/messages/more-messages.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'

/** Around everything of the staff: their words are not fetched by shoppers. */
export default function StaffLayout() {
  return (
    <Suspense>
      <StaffWords>
        <Outlet />
      </StaffWords>
    </Suspense>
  )
}

export function ErrorBoundary() {
  return (
    <main className="page">
      <ErrorPage />
    </main>
  )
}
