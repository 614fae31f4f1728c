import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { submitContract } from '#app/domain/contracts/contract-forms.server.ts'
import { listContractChoices } from '#app/domain/contracts/contract-views.server.ts'
import { ContractForm } from '#app/domain/contracts/ui/contract-form.tsx'
import { findRunningFair } from '#app/domain/exhibitions/find-running-fair.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'record-contracts')
  const [services, locale] = [getServices(), localeOf(new URL(request.url).pathname)]
  const now = services.clock.now()
  const [choices, running] = await Promise.all([
    listContractChoices(services, locale),
    findRunningFair(services, locale),
  ])
  return {
    title: pageTitle(request, (t) => t.contracts.record),
    choices,
    fair: running?.exhibition.slug ?? '',
    today: shanghaiDay(now),
    formKey: timeOrderedId(now),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'record-contracts')
  const answer = await submitContract(getServices(), scope, await readForm({ request, context }))
  if ('state' in answer) return data(answer, { status: 400 })
  const locale = localeOf(new URL(request.url).pathname)
  return redirect(localPath(locale, `/organizer/contracts/${answer.id}`))
}

export default function NewContract() {
  const t = useStaffMessages().contracts
  const { title: _, ...form } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-3xl">
      <PageHeading title={t.record} />
      <ContractForm {...form} state={useActionData<typeof action>()?.state} />
    </div>
  )
}
