import { Outlet } from '@remix-run/react'
import { AccountMenu } from '#app/domain/people/ui/account-menu.tsx'

export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

/** No loader: each page asks for its own shopper, since loaders of one address run side by side. */
export default function AccountLayout() {
  return (
    <div className="page grid gap-6 pt-4 md:grid-cols-[12rem_minmax(0,1fr)] md:pt-8">
      <AccountMenu />
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  )
}
