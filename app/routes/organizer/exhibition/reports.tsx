import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listFigures } from '#app/domain/reports/figure-views.server.ts'
import { freezeFigure } from '#app/domain/reports/freeze-figure.server.ts'
import { FigureCard } from '#app/domain/reports/ui/figure-card.tsx'
import { FreezeForm } from '#app/domain/reports/ui/freeze-form.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { shanghaiDay, shanghaiMinuteInput } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-figures')
  const services = getServices()
  const now = services.clock.now()
  return {
    title: pageTitle(request, (t) => t.reports.title),
    fair,
    figures: await listFigures(services, fair.id),
    mayFreeze: organizerMay(scope, 'freeze-figures'),
    cutOff: fair.endsOn < shanghaiDay(now) ? `${fair.endsOn}T23:59` : shanghaiMinuteInput(now),
    formKey: timeOrderedId(now),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'freeze-figures')
  const locale = localeOf(new URL(request.url).pathname)
  const frozen = await freezeFigure(getServices(), scope, fair, await request.formData())
  if (!frozen.ok) return data({ state: frozen.detail }, { status: 400 })
  return redirect(localPath(locale, `/organizer/exhibitions/${fair.slug}/reports/${frozen.value.id}`))
}

export default function FairReports() {
  const t = useStaffMessages().reports
  const { fair, figures, mayFreeze, cutOff, formKey } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  return (
    <>
      <p className="max-w-text text-muted">{t.text}</p>
      {mayFreeze ? <FreezeForm formKey={formKey} cutOff={cutOff} figures={figures} state={state} /> : null}
      {figures.length === 0 ? <EmptyState title={t.none} text={t.noneText} /> : null}
      {figures.map((figure) => (
        <FigureCard
          key={figure.id}
          figure={figure}
          heading={
            <h2 className="text-lg font-medium">
              <LocalLink
                to={`/organizer/exhibitions/${fair.slug}/reports/${figure.id}`}
                className="hover:text-cinnabar"
              >
                {figure.label}
              </LocalLink>
            </h2>
          }
        />
      ))}
    </>
  )
}
