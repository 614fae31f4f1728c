import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { FairHeading } from '#app/domain/exhibitions/ui/fair-heading.tsx'
import { FairTabs } from '#app/domain/exhibitions/ui/fair-tabs.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { requireFair } from './require-fair.server.ts'

export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-figures')
  return { fair, mayManage: organizerMay(scope, 'manage-exhibitions') }
}

export default function ExhibitionLayout() {
  const { fair, mayManage } = useLoaderData<typeof loader>()
  return (
    <>
      <FairHeading fair={fair} />
      <FairTabs slug={fair.slug} mayManage={mayManage} />
      <div className="grid grid-cols-1 gap-6 py-6">
        <Outlet />
      </div>
    </>
  )
}
