import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listPlans, readPlanMonths } from '#app/domain/plans/read-plan.server.ts'
import { readYear } from '#app/domain/plans/sales-plan.ts'
import { setSalesPlan } from '#app/domain/plans/set-plan.server.ts'
import { PlanChart } from '#app/domain/plans/ui/plan-chart.tsx'
import { PlanForm } from '#app/domain/plans/ui/plan-form.tsx'
import { PlanSums } from '#app/domain/plans/ui/plan-sums.tsx'
import { PlanTable } from '#app/domain/plans/ui/plan-table.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { addFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-figures')
  const services = getServices()
  const thisYear = Number(shanghaiDay(services.clock.now()).slice(0, 4))
  const year = readYear(new URL(request.url).searchParams.get('year'), thisYear)
  const plans = await listPlans(services)
  const plan = plans.find((each) => each.year === year) ?? null
  const [months, base] = await Promise.all([
    readPlanMonths(services, year),
    plan ? readPlanMonths(services, plan.baseYear) : [],
  ])
  return {
    title: pageTitle(request, (t) => t.plans.title),
    year,
    years: [...new Set([thisYear, year, ...plans.map((each) => each.year)])].sort((a, b) => b - a),
    plan,
    months,
    baseLedgerFen: addFen(...base.map(({ totalFen }) => totalFen)),
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
  const t = useStaffMessages().plans
  const { year, years, plan, months, baseLedgerFen, maySet } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid grid-cols-1 gap-6">
        <Form key={year} className="flex flex-wrap items-end gap-3">
          <SelectField id="year" name="year" label={t.year} defaultValue={year}>
            {years.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </SelectField>
          <Button kind="secondary">{t.show}</Button>
        </Form>
        {plan ? (
          <PlanSums plan={plan} months={months} baseLedgerFen={baseLedgerFen} />
        ) : (
          <Notice title={t.noPlan(year)}>{t.noPlanText}</Notice>
        )}
        <CardSection id="months" title={t.chart(year)}>
          <PlanChart months={months} />
        </CardSection>
        <PlanTable months={months} />
        {maySet ? <PlanForm year={year} plan={plan} state={state} /> : null}
      </div>
    </>
  )
}
