import { Outlet } from '@remix-run/react'
import { EntranceHeader } from '#app/domain/staff/ui/entrance-header.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'

/** Around the pages that people come in by. */
export default function Entrance() {
  return (
    <>
      <EntranceHeader />
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  return (
    <>
      <EntranceHeader />
      <main className="page">
        <ErrorPage />
      </main>
    </>
  )
}
