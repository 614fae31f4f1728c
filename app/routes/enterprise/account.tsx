import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fileAccount } from '#app/domain/settlements/accounts/file-account.server.ts'
import { findOwnAccounts } from '#app/domain/settlements/accounts/find-accounts.server.ts'
import { AccountForm, AccountStand } from '#app/domain/settlements/accounts/ui/own-account.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'manage-account')
  const accounts = await findOwnAccounts(getServices(), scope)
  return { title: pageTitle(request, (t) => t.settlements.account.title), name: scope.name, accounts }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'manage-account')
  const state = await fileAccount(getServices(), scope, await request.formData())
  if (state) return data(state, { status: 400 })
  return redirect(`${new URL(request.url).pathname}?done=filed`)
}

export default function AccountPage() {
  const t = useStaffMessages().settlements.account
  const { name, accounts } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const isFiled = useQuery().get('done') === 'filed' && !state
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid grid-cols-1 gap-4">
        <Outcome done={isFiled && t.filedDone} />
        <AccountStand {...accounts} />
        <AccountForm key={accounts.waiting?.ending ?? accounts.confirmed?.ending} state={state} name={name} />
      </div>
    </>
  )
}
