import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerAccount } from '#app/domain/settlements/accounts/decide-account.server.ts'
import { listWaitingAccounts } from '#app/domain/settlements/accounts/find-accounts.server.ts'
import { WaitingAccounts } from '#app/domain/settlements/accounts/ui/waiting-accounts.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-statements')
  const after = new URL(request.url).searchParams.get('after')
  return {
    title: pageTitle(request, (t) => t.settlements.account.waitingTitle),
    accounts: await listWaitingAccounts(getServices(), scope, after),
    mayDecide: organizerMay(scope, 'confirm-accounts'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'confirm-accounts')
  const answer = await answerAccount(getServices(), scope, await request.formData())
  if ('done' in answer) return redirect(`${new URL(request.url).pathname}?done=${answer.done}`)
  return data(answer, { status: 400 })
}

export default function WaitingAccountsPage() {
  const words = useStaffMessages().settlements
  const t = words.account
  const { accounts, mayDecide } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const done = useQuery().get('done')
  return (
    <>
      <PageHeading title={t.waitingTitle} text={t.waitingText} />
      <div className="grid grid-cols-1 gap-4">
        {answer && 'failure' in answer ? (
          <Outcome failure={t.failures[answer.failure]} />
        ) : !answer && (done === 'confirmed' || done === 'returned') ? (
          <Outcome done={t.done[done]} />
        ) : null}
        {accounts.items.length === 0 ? (
          <EmptyState title={t.noneWaiting} text={t.noneWaitingText} />
        ) : (
          <WaitingAccounts
            accounts={accounts.items}
            mayDecide={mayDecide}
            refused={answer && 'form' in answer ? answer : undefined}
          />
        )}
        <PageTurner next={accounts.next} />
      </div>
    </>
  )
}
