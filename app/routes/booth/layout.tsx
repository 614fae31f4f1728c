import { Outlet } from '@remix-run/react'
import { useCameraDocument } from '#app/domain/booths/ui/use-camera-document.ts'
import { StaffHeader } from '#app/domain/staff/ui/staff-shell.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'

/** Around the pages of a booth, on a phone. */
export default function BoothLayout() {
  const t = useStaffMessages()
  useCameraDocument()
  return (
    <div className="min-h-dvh bg-paper">
      <StaffHeader title={t.common.shop} home="/booth" />
      <main className="page max-w-page pb-16">
        <Outlet />
      </main>
    </div>
  )
}

export function ErrorBoundary() {
  const t = useStaffMessages()
  return (
    <>
      <StaffHeader title={t.common.shop} home="/booth" />
      <main className="page">
        <ErrorPage />
      </main>
    </>
  )
}
