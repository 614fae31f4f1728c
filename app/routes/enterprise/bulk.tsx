import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mostAtOnce, readBulkKind } from '#app/domain/listings/bulk/bulk-act.ts'
import { changeInBulk } from '#app/domain/listings/bulk/bulk-form.server.ts'
import { listChosen } from '#app/domain/listings/bulk/list-chosen.server.ts'
import { findBulk } from '#app/domain/listings/bulk/undo-bulk.server.ts'
import { listCategoryChoices } from '#app/domain/listings/category-choices.server.ts'
import { listListings } from '#app/domain/listings/list-listings.server.ts'
import { parseListingQuery } from '#app/domain/listings/list-query.ts'
import { BulkPage } from '#app/domain/listings/ui/bulk-page.tsx'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const done = await findBulk(services, scope, searchParams.get('change') ?? '')
  const matching = searchParams.has('all')
    ? await listListings(services, scope, parseListingQuery(searchParams), mostAtOnce)
    : null
  const ids = matching?.items.map(({ id }) => id) ?? searchParams.getAll('listing')
  const kind = readBulkKind(done?.kind ?? searchParams.get('act'))
  return {
    title: pageTitle(request, (t) => t.bulk.kinds[kind]),
    home: `/enterprise/${scope.slug}`,
    kind,
    chosen: await listChosen(services, scope, ids),
    next: searchParams.get('next') ?? searchOfNext(searchParams, matching?.next ?? null),
    percent: queryText(searchParams, 'percent'),
    categories: await listCategoryChoices(services, localeOf(pathname)),
    formKey: timeOrderedId(services.clock.now()),
    done,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const form = await request.formData()
  const answer = await changeInBulk(getServices(), scope, form)
  if (!answer.ok) return data(answer)
  const search = new URLSearchParams({ change: answer.id, next: String(form.get('next') ?? '') })
  return redirect(`${new URL(request.url).pathname}?${search}`)
}

/** The same page for those that come after, of all that match; empty where these are all. */
function searchOfNext(search: URLSearchParams, next: string | null): string {
  if (next === null) return ''
  const rest = new URLSearchParams(search)
  rest.delete('percent')
  rest.set('after', next)
  return String(rest)
}

export default function Bulk() {
  return <BulkPage {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()?.failure} />
}
