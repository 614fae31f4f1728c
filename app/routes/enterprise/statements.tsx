import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOwnAccounts } from '#app/domain/settlements/accounts/find-accounts.server.ts'
import { listStatements } from '#app/domain/settlements/list-statements.server.ts'
import { StatementList } from '#app/domain/settlements/ui/statement-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'read-statements')
  const after = new URL(request.url).searchParams.get('after')
  const services = getServices()
  const { confirmed, waiting } = await findOwnAccounts(services, scope)
  return {
    title: pageTitle(request, (t) => t.settlements.list.title),
    home: `/enterprise/${scope.slug}/statements`,
    account: `/enterprise/${scope.slug}/account`,
    hasAccount: Boolean(confirmed ?? waiting),
    months: await listStatements(services, scope, after),
  }
}

export default function Statements() {
  const words = useStaffMessages().settlements
  const t = words.list
  const { home, account, hasAccount, months } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid gap-4">
        {hasAccount ? null : (
          <Notice tone="warning" title={words.account.none}>
            <LocalLink to={account} className="underline underline-offset-4">
              {words.account.file}
            </LocalLink>
          </Notice>
        )}
        <StatementList months={months.items} home={home} />
        <PageTurner next={months.next} />
      </div>
    </>
  )
}
