import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listLines } from '#app/domain/settlements/list-lines.server.ts'
import { payStatement } from '#app/domain/settlements/pay-statement.server.ts'
import { CorrectReference, PayForm } from '#app/domain/settlements/ui/pay-form.tsx'
import { StatementPage } from '#app/domain/settlements/ui/statement-page.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { Outcome } from '#app/ui/outcome.tsx'
import { requireStatement } from './require-statement.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, found, enterprise } = await requireStatement({ request, params })
  const after = new URL(request.url).searchParams.get('after')
  return {
    title: pageTitle(request, (t) => t.settlements.organizer.title),
    path: `/organizer/statements/${params.statement}`,
    mayPay: organizerMay(scope, 'mark-paid'),
    enterprise,
    statement: found.statement,
    lines: await listLines(getServices(), found, after),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'mark-paid')
  const id = params.statement ?? ''
  if (!isUuid(id)) throw new Response(null, { status: 404 })
  const answer = await payStatement(getServices(), scope, id, await request.formData())
  return data(answer, { status: answer.done ? 200 : 400 })
}

export default function EnterpriseStatement() {
  const t = useStaffMessages().settlements
  const { mayPay, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { state, netFen, paidReference } = page.statement
  return (
    <StatementPage {...page} home="/organizer/statements">
      <Outcome
        done={answer?.done && t.done[answer.done]}
        failure={answer?.failure && t.payout.failures[answer.failure]}
      />
      {mayPay && state === 'closed' ? (
        <PayForm direction={netFen < 0 ? 'recover' : 'pay'} state={answer?.form} />
      ) : null}
      {mayPay && paidReference ? (
        <CorrectReference key={paidReference} was={paidReference} state={answer?.correction} />
      ) : null}
    </StatementPage>
  )
}
