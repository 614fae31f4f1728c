import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listAllStatements } from '#app/domain/settlements/list-all-statements.server.ts'
import { findPayout } from '#app/domain/settlements/mark-paid.server.ts'
import { answerPayout } from '#app/domain/settlements/pay-statement.server.ts'
import { AllStatements } from '#app/domain/settlements/ui/all-statements.tsx'
import { PayoutForm } from '#app/domain/settlements/ui/payout-form.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { StandTabs } from '#app/domain/staff/ui/stand-tabs.tsx'
import { isInstant } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-statements')
  const services = getServices()
  const query = new URL(request.url).searchParams
  const after = query.get('after')
  const done = query.get('done')
  const stand = query.get('stand') === 'owed' ? 'owed' : 'unpaid'
  return {
    title: pageTitle(request, (t) => t.settlements.payout.title),
    statements: await listAllStatements(services, scope, { period: '', paid: stand, after }),
    stand: stand as 'owed' | 'unpaid',
    after,
    mayPay: organizerMay(scope, 'mark-paid'),
    isAllTicked: query.get('ticked') === 'all',
    isUndone: done === 'undone',
    payout: isInstant(done) ? { paidAt: done, ...(await findPayout(services, scope, new Date(done))) } : null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'mark-paid')
  const answer = await answerPayout(getServices(), scope, await request.formData())
  if (!('done' in answer)) return data(answer, { status: 400 })
  const { pathname, searchParams } = new URL(request.url)
  const done = answer.done === 'undone' ? 'undone' : answer.done.toISOString()
  const stand = searchParams.get('stand') === 'owed' ? { stand: 'owed' } : {}
  return redirect(`${pathname}?${new URLSearchParams({ ...stand, done })}`)
}

export default function Payouts() {
  const words = useStaffMessages().settlements
  const t = words.payout
  const { statements, stand, isAllTicked, after, mayPay } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer && 'form' in answer ? answer : undefined
  return (
    <>
      <PageHeading
        title={t.title}
        text={t.pageText}
        trail={[{ title: words.organizer.title, to: '/organizer/statements' }]}
        trailLabel={words.organizer.title}
      />
      <div className="grid grid-cols-1 gap-4">
        <LastAct />
        <StandTabs words={t.stands} stand={stand} label={t.title} />
        {statements.items.length === 0 ? (
          <EmptyState title={t.none[stand]} text={t.noneText[stand]} />
        ) : mayPay ? (
          <PayoutForm
            key={`${stand} ${isAllTicked}`}
            direction={stand === 'owed' ? 'recover' : 'pay'}
            statements={statements.items}
            isTicked={(id) => form?.chosen.includes(id) ?? isAllTicked}
            state={form?.form}
            allTicked={`/organizer/payouts?${new URLSearchParams({ stand, ticked: 'all', ...(after ? { after } : {}) })}`}
          />
        ) : (
          <AllStatements items={statements.items} />
        )}
        <PageTurner next={statements.next} />
      </div>
    </>
  )
}

/** What became of the last act, and the way back for a minute. */
function LastAct() {
  const t = useStaffMessages().settlements.payout
  const { payout, isUndone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'failure' in answer) return <Outcome failure={t.failures[answer.failure]} />
  if (isUndone) return <Notice role="status">{t.undone}</Notice>
  if (!payout || payout.count === 0) return null
  return (
    <>
      <Outcome done={t.done(payout.count)} />
      {payout.isFresh ? (
        <Form method="post">
          <input type="hidden" name="paidAt" value={payout.paidAt} />
          <Button name="intent" value="undo" kind="secondary">
            {t.undo}
          </Button>
        </Form>
      ) : null}
    </>
  )
}
