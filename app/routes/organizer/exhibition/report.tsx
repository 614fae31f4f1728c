import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findFigure, recheckFigure } from '#app/domain/reports/figure-views.server.ts'
import { FigureCard } from '#app/domain/reports/ui/figure-card.tsx'
import { FigureChannels, FigureToday } from '#app/domain/reports/ui/figure-details.tsx'
import { SheetLinks, TakeAway } from '#app/domain/staff/ui/take-away.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition, 'read-figures')
  const { pathname, searchParams } = new URL(request.url)
  const at = { after: searchParams.get('after'), locale: localeOf(pathname) }
  const figure = await findFigure(getServices(), fair.id, params.figure ?? '', at)
  if (!figure) throw new Response(null, { status: 404 })
  return { title: pageTitle(request, () => figure.label), fair, figure }
}

/** Reads every line once more: on request, since a fair may have a million of them. Changes nothing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition, 'read-figures')
  const isSame = await recheckFigure(getServices(), fair.id, params.figure ?? '')
  if (isSame === null) throw new Response(null, { status: 404 })
  return { isSame }
}

export default function FairReport() {
  const t = useStaffMessages().reports
  const { fair, figure } = useLoaderData<typeof loader>()
  const checked = useActionData<typeof action>()
  const home = `/organizer/exhibitions/${fair.slug}/reports/${figure.id}`
  return (
    <>
      <FigureCard figure={figure} heading={<h2 className="title-font text-xl">{figure.label}</h2>}>
        <FigureChannels channels={figure.channels} />
      </FigureCard>
      <TakeAway file={`${home}/figure`} />
      <FigureToday figure={figure} file={`${home}/differences`} />
      <Section id="lines" title={t.one.lines} className="print:hidden">
        <p className="max-w-text text-sm text-muted">{t.one.linesText}</p>
        <Form method="post" preventScrollReset>
          <SheetLinks file={`${home}/lines`}>
            <Button kind="secondary" size="small">
              {t.one.recheck}
            </Button>
          </SheetLinks>
        </Form>
        {checked ? (
          <Notice tone={checked.isSame ? 'success' : 'danger'} role={checked.isSame ? 'status' : 'alert'}>
            {checked.isSame ? t.one.same : t.one.changed}
          </Notice>
        ) : null}
      </Section>
    </>
  )
}
