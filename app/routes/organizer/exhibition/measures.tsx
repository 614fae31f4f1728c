import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { daysOf, readMeasures, recordMeasures } from '#app/domain/exhibitions/measures.server.ts'
import { MeasureDays, MeasureSums } from '#app/domain/exhibitions/ui/measure-days.tsx'
import { SavedNotice } from '#app/domain/exhibitions/ui/saved-notice.tsx'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { formValues } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition)
  const measures = await readMeasures(getServices(), fair)
  const today = shanghaiDay(getServices().clock.now())
  // The latest first: it is the one to be counted.
  const days = daysOf(fair)
    .filter((day) => day <= today)
    .reverse()
  const title = fairTitle(request, fair, 'measures')
  return { title, kind: fair.kind, days, measures }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition)
  const values = formValues(await request.formData())
  const day = values.day ?? ''
  const saved = await recordMeasures(getServices(), scope, fair, { day, values })
  if (saved === 'saved') return redirect(`${new URL(request.url).pathname}?done=saved`)
  if (saved === 'not-found') throw new Response(null, { status: 400 })
  if (saved === 'changed-meanwhile') return data({ day, state: null }, { status: 409 })
  return data({ day, state: saved }, { status: 400 })
}

export default function Measures() {
  const t = useStaffMessages().fairs.counts
  const { kind, days, measures } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <SavedNotice words={{ saved: t.saved }} isHidden={answer !== undefined} />
      {answer?.state === null ? <Notice tone="warning" title={t.overtaken} role="alert" /> : null}
      <p className="max-w-text text-sm text-muted">{days.length > 0 ? t.text : t.daysToCome}</p>
      <MeasureSums kind={kind} measures={measures} />
      <MeasureDays kind={kind} days={days} measures={measures} refused={answer} />
    </>
  )
}
