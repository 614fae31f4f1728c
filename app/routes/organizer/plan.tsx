import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openPlan } from '#app/domain/plans/read-plan.server.ts'
import { setSalesPlan } from '#app/domain/plans/set-plan.server.ts'
import { PlanChart } from '#app/domain/plans/ui/plan-chart.tsx'
import { PlanChoice } from '#app/domain/plans/ui/plan-choice.tsx'
import { PlanForm } from '#app/domain/plans/ui/plan-form.tsx'
import { PlanSums } from '#app/domain/plans/ui/plan-sums.tsx'
import { PlanTable } from '#app/domain/plans/ui/plan-table.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { TakeAway } from '#app/domain/staff/ui/take-away.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ChartCard } from '#app/ui/chart.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-figures')
  return {
    title: pageTitle(request, (t) => t.plans.title),
    ...(await openPlan(getServices(), new URL(request.url).searchParams)),
    maySet: organizerMay(scope, 'manage-exhibitions'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-exhibitions')
  const answer = await setSalesPlan(getServices(), scope, await request.formData())
  if ('state' in answer) return data(answer.state, { status: answer.isOvertaken ? 409 : 400 })
  const locale = localeOf(new URL(request.url).pathname)
  return redirect(localPath(locale, `/organizer/plan?year=${answer.year}`))
}

export default function Plan() {
  const { plans: t, common } = useStaffMessages()
  const { maySet, ...view } = useLoaderData<typeof loader>()
  const { year, plan, months, isDemonstration } = view
  const state = useActionData<typeof action>()
  const titled = (title: string) => (isDemonstration ? `${title} · ${common.demonstration}` : title)
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid grid-cols-1 gap-6">
        <PlanChoice {...view} />
        {isDemonstration ? <Notice title={common.demonstration}>{t.demonstrationText}</Notice> : null}
        {plan ? <PlanSums {...view} plan={plan} /> : <Notice title={t.noPlan(year)}>{t.noPlanText}</Notice>}
        <TakeAway file="/organizer/plan/months" />
        {months.some(({ totalFen }) => totalFen !== 0) ? (
          <ChartCard id="months" title={titled(t.chart(year))}>
            <PlanChart months={months} />
          </ChartCard>
        ) : null}
        <PlanTable months={months} caption={titled(t.table)} />
        {maySet ? <PlanForm year={year} plan={plan} state={state} /> : null}
      </div>
    </>
  )
}
