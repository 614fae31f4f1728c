import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openMatchingDesk } from '#app/domain/livestreams/matching-desk.server.ts'
import { actOnProduct } from '#app/domain/livestreams/matching-forms.server.ts'
import { readStand, stands } from '#app/domain/livestreams/queue-stand.ts'
import { LivestreamTabs } from '#app/domain/livestreams/ui/livestream-tabs.tsx'
import { MatchingDesk } from '#app/domain/livestreams/ui/matching-desk.tsx'
import { useImportWord } from '#app/domain/livestreams/ui/use-import-word.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'manage-livestreams')
  const { pathname, searchParams } = new URL(request.url)
  const services = getServices()
  const stand = readStand(searchParams.get('stand'))
  const desk = await openMatchingDesk(services, localeOf(pathname), stand, {
    key: { externalId: queryText(searchParams, 'product'), spec: queryText(searchParams, 'spec') },
    sku: queryText(searchParams, 'as'),
    text: queryText(searchParams, 'q'),
    after: searchParams.get('after'),
  })
  return {
    title: pageTitle(request, (t) => t.livestreams.matching.title),
    stand,
    ...desk,
    posted: Number(searchParams.get('posted') ?? -1),
    taken: Number(searchParams.get('taken') ?? -1),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-livestreams')
  const answer = await actOnProduct(getServices(), scope, await request.formData())
  if (!('query' in answer)) return data(answer, { status: 400 })
  return redirect(
    localPath(localeOf(new URL(request.url).pathname), `/organizer/livestreams/matching?${answer.query}`),
  )
}

export default function PlatformMatching() {
  const t = useStaffMessages().livestreams
  const { stand, page, product, text, choices, posted, taken } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = useImportWord()
  return (
    <>
      <PageHeading title={t.matching.title} text={t.matching.text}>
        <span className="flex flex-wrap gap-x-3">
          {stands
            .filter((other) => other !== stand)
            .map((other) => (
              <ButtonLink key={other} kind="quiet" to={`/organizer/livestreams/matching?stand=${other}`}>
                {t.matching.show[other]}
              </ButtonLink>
            ))}
        </span>
      </PageHeading>
      <LivestreamTabs />
      <div className="grid grid-cols-1 gap-4 py-6">
        {posted >= 0 ? (
          <Notice tone="success" role="status">
            {t.matching.posted(posted)}
          </Notice>
        ) : null}
        {taken >= 0 ? (
          <Notice tone="success" role="status">
            {t.matching.takenBack(taken)}
          </Notice>
        ) : null}
        {answer?.failure ? (
          <Notice tone="danger" role="alert">
            {word(answer.failure)}
          </Notice>
        ) : null}
        <MatchingDesk
          items={page.items}
          product={product}
          stand={stand}
          text={text}
          choices={choices}
          state={answer?.state}
        />
      </div>
      <PageTurner next={page.next} />
    </>
  )
}
