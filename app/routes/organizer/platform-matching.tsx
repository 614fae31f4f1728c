import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { matchProduct } from '#app/domain/livestreams/match-product.server.ts'
import {
  findWaitingProduct,
  listWaitingProducts,
  type QueueStand,
} from '#app/domain/livestreams/matching-queue.server.ts'
import { suggestVariants } from '#app/domain/livestreams/suggest-variants.server.ts'
import { LivestreamTabs } from '#app/domain/livestreams/ui/livestream-tabs.tsx'
import { MatchingDesk } from '#app/domain/livestreams/ui/matching-desk.tsx'
import { useImportWord } from '#app/domain/livestreams/ui/use-import-word.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { formValues } from '#app/kernel/form.ts'
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
  const [services, stand] = [getServices(), standOf(searchParams.get('stand'))]
  const key = { externalId: queryText(searchParams, 'product'), spec: queryText(searchParams, 'spec') }
  const [page, product] = await Promise.all([
    listWaitingProducts(services, stand, searchParams.get('after')),
    key.externalId ? findWaitingProduct(services, key) : null,
  ])
  const text = queryText(searchParams, 'q') || (product?.title ?? '')
  const choices = product
    ? await suggestVariants(services, localeOf(pathname), { text, spec: product.spec })
    : []
  const posted = Number(searchParams.get('posted') ?? -1)
  return {
    title: pageTitle(request, (t) => t.livestreams.matching.title),
    stand,
    page,
    product,
    text,
    choices,
    posted,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-livestreams')
  const { intent, product = '', spec = '', sku = '', code = '', stand } = formValues(await request.formData())
  const chosen = code.trim() || sku
  if (intent !== 'foreign' && chosen === '') return data({ failure: 'nothing-chosen' }, { status: 400 })
  const key = { externalId: product.slice(0, 40), spec: spec.slice(0, 120) }
  const matched = await matchProduct(getServices(), scope, key, intent === 'foreign' ? null : chosen)
  if (!matched.ok) return data({ failure: matched.code }, { status: 400 })
  const query = new URLSearchParams({
    stand: standOf(stand),
    posted: String(intent === 'foreign' ? 0 : matched.value.orders),
  })
  return redirect(
    localPath(localeOf(new URL(request.url).pathname), `/organizer/livestreams/matching?${query}`),
  )
}

function standOf(text: string | null | undefined): QueueStand {
  return text === 'ignored' ? 'ignored' : 'unmatched'
}

export default function PlatformMatching() {
  const t = useStaffMessages().livestreams
  const { stand, page, product, text, choices, posted } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  const word = useImportWord()
  const others = stand === 'ignored' ? 'unmatched' : 'ignored'
  return (
    <>
      <PageHeading title={t.matching.title} text={t.matching.text}>
        <ButtonLink kind="quiet" to={`/organizer/livestreams/matching?stand=${others}`}>
          {t.matching.show[others]}
        </ButtonLink>
      </PageHeading>
      <LivestreamTabs />
      <div className="grid grid-cols-1 gap-4 py-6">
        {posted >= 0 ? (
          <Notice tone="success" role="status">
            {t.matching.posted(posted)}
          </Notice>
        ) : null}
        {failure ? (
          <Notice tone="danger" role="alert">
            {word(failure)}
          </Notice>
        ) : null}
        <MatchingDesk items={page.items} product={product} stand={stand} text={text} choices={choices} />
      </div>
      <PageTurner next={page.next} />
    </>
  )
}
