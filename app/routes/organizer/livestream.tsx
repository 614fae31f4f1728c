import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listEnterpriseChoices } from '#app/domain/enterprises/list-enterprise-choices.server.ts'
import { listFairChoices } from '#app/domain/exhibitions/list-fair-choices.server.ts'
import { actOnLivestream } from '#app/domain/livestreams/livestream-forms.server.ts'
import { listLinks } from '#app/domain/livestreams/livestream-links.server.ts'
import {
  findGoodsToShow,
  findLivestream,
  readLivestreamFigures,
} from '#app/domain/livestreams/livestream-views.server.ts'
import { LivestreamDesk } from '#app/domain/livestreams/ui/livestream-desk.tsx'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'manage-livestreams')
  const { pathname, searchParams } = new URL(request.url)
  const [services, locale] = [getServices(), localeOf(pathname)]
  const livestream = await findLivestream(services, locale, params.livestream ?? '')
  if (!livestream) throw new Response(null, { status: 404 })
  const text = queryText(searchParams, 'q')
  const [fairs, enterprises, figures, found] = await Promise.all([
    listFairChoices(services, locale),
    listEnterpriseChoices(services, locale),
    readLivestreamFigures(services, livestream.id),
    findGoodsToShow(services, locale, text),
  ])
  return {
    title: pageTitle(
      request,
      (t) => `${t.livestreams.title}: ${inLocale(locale, livestream.title, livestream.titleEn)}`,
    ),
    livestream,
    links: listLinks(services, livestream),
    choices: { fairs, enterprises },
    figures,
    text,
    found,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-livestreams')
  const answer = await actOnLivestream(
    getServices(),
    scope,
    params.livestream ?? '',
    await readForm({ request, context }),
  )
  if (!answer) throw new Response(null, { status: 400 })
  if (answer.failure === 'changed-meanwhile') return data(answer, { status: 409 })
  return data(answer, { status: answer.isDone ? 200 : 400 })
}

export default function Livestream() {
  const { title: _, ...desk } = useLoaderData<typeof loader>()
  return <LivestreamDesk {...desk} answer={useActionData<typeof action>()} />
}
