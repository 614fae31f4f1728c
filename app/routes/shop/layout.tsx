import { Outlet, useLocation } from '@remix-run/react'
import { readFairVisit } from '#app/domain/sales/fair-visit.ts'
import { useFairVisit, useVisitBefore } from '#app/domain/sales/ui/use-fair-visit.ts'
import { useMessages } from '#app/messages/messages.ts'
import { PageError } from '#app/ui/error-page.tsx'
import { NavigationBar } from '#app/ui/navigation-bar.tsx'
import { renderOnce } from '#app/ui/render-once.tsx'
import { Footer as FreshFooter } from './shell/footer.tsx'
import { Header } from './shell/header.tsx'

const Footer = renderOnce('footer', FreshFooter)

export default function ShopLayout() {
  useVisitBefore()
  useFairVisit(readFairVisit(new URLSearchParams(useLocation().search)))
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}

export function ErrorBoundary() {
  return (
    <Shell>
      <PageError />
    </Shell>
  )
}

function Shell({ children }: { children: React.ReactNode }) {
  const t = useMessages().common
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-card focus:px-4 focus:py-2"
      >
        {t.skip}
      </a>
      <NavigationBar />
      <Header />
      <main id="content" tabIndex={-1} className="min-h-[60vh] pb-12 outline-none">
        {children}
      </main>
      <Footer />
    </>
  )
}
