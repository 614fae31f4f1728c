import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFromForm } from '#app/domain/after-sales/answer-forms.server.ts'
import { findRequest } from '#app/domain/after-sales/request-views.server.ts'
import { RequestView } from '#app/domain/after-sales/ui/request-view.tsx'
import { isUuid } from '#app/kernel/ids.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'settle-escalations')
  const locale = localeOf(new URL(request.url).pathname)
  const found = await findRequest(getServices(), scope, locale, params.request ?? '')
  if (!found) throw new Response(null, { status: 404 })
  const title = pageTitle(request, (t) => t.afterSales.page.title)
  return { title, home: '/organizer/aftersales', request: found }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'settle-escalations')
  const id = params.request ?? ''
  if (!isUuid(id)) throw new Response(null, { status: 404 })
  const answer = await answerFromForm(getServices(), scope, id, await request.formData())
  if (answer.failure === 'not-found') throw new Response(null, { status: 404 })
  return data(answer, { status: answer.done ? 200 : 400 })
}

export default function AfterSale() {
  const { request, home } = useLoaderData<typeof loader>()
  return <RequestView request={request} home={home} answer={useActionData<typeof action>()} />
}
