import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { mayCancel } from '#app/domain/contracts/contract.ts'
import { changeContract, contractIntents } from '#app/domain/contracts/contract-forms.server.ts'
import { findContract } from '#app/domain/contracts/contract-views.server.ts'
import { CancelForm, Fulfilment, ScanForm, VerifyForm } from '#app/domain/contracts/ui/contract-acts.tsx'
import { ContractFacts, ContractScan } from '#app/domain/contracts/ui/contract-facts.tsx'
import { ContractBadge, DemonstrationBadge } from '#app/domain/contracts/ui/contract-list.tsx'
import { useContractWord } from '#app/domain/contracts/ui/use-contract-word.ts'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { isUuid, timeOrderedId } from '#app/kernel/ids.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-figures')
  const services = getServices()
  const locale = localeOf(new URL(request.url).pathname)
  const contract = await findContract(services, locale, params.contract ?? '')
  if (!contract) throw new Response(null, { status: 404 })
  const now = services.clock.now()
  return {
    title: pageTitle(request, (t) => `${t.contracts.title}: ${contract.title}`),
    contract,
    isOwn: contract.recordedById === scope.staff.staffId,
    mayRecord: organizerMay(scope, 'record-contracts'),
    mayHandle: organizerMay(scope, 'handle-contracts'),
    mayCancel: mayCancel(scope, contract),
    mayVerify: organizerMay(scope, 'verify-contracts'),
    today: shanghaiDay(now),
    formKey: timeOrderedId(now),
  }
}

const capabilities = {
  verify: 'verify-contracts',
  cancel: 'handle-contracts',
  fulfil: 'handle-contracts',
  correct: 'handle-contracts',
  scan: 'record-contracts',
} as const

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm({ request, context })
  const intent = contractIntents.find((known) => known === form.get('intent'))
  const scope = await requireOrganizer(request, capabilities[intent ?? 'verify'])
  if (!intent) throw new Response(null, { status: 400 })
  const id = params.contract ?? ''
  if (!isUuid(id)) throw new Response(null, { status: 404 })
  const answer = await changeContract(getServices(), scope, id, { intent, form })
  if (answer.failure) return data(answer, { status: 409 })
  return data(answer, { status: answer.isDone ? 200 : 400 })
}

export default function Contract() {
  const { contracts: t, common } = useStaffMessages()
  const { search } = useLocation()
  const { contract, isOwn, today, formKey, ...may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = useContractWord()
  return (
    <>
      <PageHeading
        title={contract.title}
        text={contract.number}
        trail={[{ title: t.title, to: `/organizer/contracts${search}` }]}
        trailLabel={common.breadcrumbs}
        badges={
          <>
            {contract.isDemonstration ? <DemonstrationBadge /> : null}
            <ContractBadge status={contract.status} />
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-6">
          <Outcome
            done={answer?.isDone && t.page.done[answer.intent]}
            failure={answer?.failure && word(answer.failure)}
          />
          <ContractFacts contract={contract} />
          <Fulfilment
            contract={contract}
            answer={answer}
            formKey={formKey}
            today={today}
            mayHandle={may.mayHandle}
          />
        </div>
        <div className="grid content-start gap-6">
          {may.mayVerify ? <VerifyForm contract={contract} isOwn={isOwn} /> : null}
          <ContractScan contract={contract} mayRead={may.mayHandle}>
            {may.mayRecord && contract.status === 'recorded' ? <ScanForm answer={answer} /> : null}
          </ContractScan>
          {may.mayCancel ? <CancelForm answer={answer} /> : null}
        </div>
      </div>
    </>
  )
}
