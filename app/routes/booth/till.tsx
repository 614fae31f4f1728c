import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readMeasure } from '#app/domain/booths/line-amount.ts'
import { openTill } from '#app/domain/booths/open-till.server.ts'
import { recordForm } from '#app/domain/booths/record-form.server.ts'
import { boothPath } from '#app/domain/booths/remembered-booth.ts'
import { BoothHeader } from '#app/domain/booths/ui/booth-header.tsx'
import { FairTimes } from '#app/domain/booths/ui/fair-times.tsx'
import { FormAnswer } from '#app/domain/booths/ui/form-answer.tsx'
import { Till } from '#app/domain/booths/ui/till.tsx'
import { readWeightUnit, recallWeightUnit, weightUnitCookie } from '#app/domain/booths/weight.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireBooth } from './require-booth.server.ts'

export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'
export { boothMeta as meta, cameraHeaders as headers } from './booth-page.ts'

/** A phone keeps this page for the time without a network: it holds nothing about a person. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { booth } = await requireBooth(request, params)
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const sku = searchParams.get('sku')
  return {
    title: pageTitle(request, (t) => t.booths.till.title(booth.enterprise.name)),
    booth,
    stock: await openTill(services, localeOf(pathname), booth),
    opened: sku === null ? null : { sku, measure: readMeasure(searchParams.get('measure')) },
    unit: recallWeightUnit(request.headers.get('Cookie')),
    formKey: timeOrderedId(services.clock.now()),
  }
}

/** Where no script runs: one sale, at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, booth } = await requireBooth(request, params)
  const form = await request.formData()
  const answer = await recordForm(getServices(), scope, booth, form)
  const unit = readWeightUnit(form.get('unit'))
  const headers = unit === null ? {} : { 'Set-Cookie': weightUnitCookie(unit) }
  return data({ ...answer, unit }, { status: answer.outcome === 'refused' ? 400 : 200, headers })
}

export default function TillPage() {
  const t = useStaffMessages().booths.till
  const { booth, stock, formKey, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const opened = page.opened && { ...page.opened, typed: answer?.typed }
  const unit = answer?.unit ?? page.unit
  const here = boothPath({ fair: booth.fair.slug, enterprise: booth.enterprise.slug })
  const links = [
    { to: `${here}/day`, title: t.day },
    { to: '/booth?choose', title: t.change },
  ]
  return (
    <>
      <BoothHeader booth={booth} links={links} />
      <FairTimes {...booth.fair} />
      <FormAnswer answer={answer} />
      <Till
        {...{ booth, stock, opened, unit, formKey }}
        isTaken={answer !== undefined && answer.outcome !== 'refused'}
        problem={answer?.problem}
      />
    </>
  )
}
