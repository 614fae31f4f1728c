import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { actOnListing } from '#app/domain/listings/act-on-listing.server.ts'
import { listCategoryChoices } from '#app/domain/listings/category-choices.server.ts'
import { type EditAnswer, editListing } from '#app/domain/listings/edit-listing.server.ts'
import { openDraft } from '#app/domain/listings/open-draft.server.ts'
import { ListingPage } from '#app/domain/listings/ui/listing-page.tsx'
import { inLocale, localeOf, localPath } from '#app/kernel/locale.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'
export { shouldRevalidate } from './skip-autosave.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const services = getServices()
  const listing = await openDraft(services, scope, params.listing ?? '')
  if (!listing) throw new Response(null, { status: 404 })
  const locale = localeOf(new URL(request.url).pathname)
  const categories = await listCategoryChoices(services, locale)
  const name = inLocale(locale, listing.draft.title, listing.draft.titleEn)
  const title = pageTitle(request, (t) => name || t.listings.untitled)
  return { title, home: `/enterprise/${scope.slug}`, listing, categories }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const form = await readForm({ request, context })
  const { pathname } = new URL(request.url)
  const id = params.listing ?? ''
  const acted = await actOnListing(getServices(), scope, id, form)
  if (acted) {
    refuseUnknown(acted.failure)
    if (acted.goTo === undefined)
      return acted.ok && !acted.articleNumber ? redirect(pathname) : data({ acted })
    return redirect(localPath(localeOf(pathname), `/enterprise/${scope.slug}/listings/${acted.goTo}`))
  }
  const intent = String(form.get('intent'))
  if (intent === 'upload') await requireTurn('upload-picture:staff', scope.staff.staffId)
  const edited = await editListing(getServices(), scope, id, form)
  refuseUnknown(edited.failure)
  if (intent === 'autosave' || !isDone(edited)) return data({ edited })
  return redirect(intent === 'preview' ? `${pathname}/preview` : `${pathname}${placeOf(intent)}`)
}

/** @throws Response 404 */
function refuseUnknown(failure: string | undefined): void {
  if (failure === 'not-found') throw new Response(null, { status: 404 })
}

/** Nothing to tell but that it is saved. */
function isDone({ failure, conflict, alsoChanged = [], errors }: EditAnswer): boolean {
  return !failure && !conflict && alsoChanged.length === 0 && Object.keys(errors).length === 0
}

/** Where no script runs, the page opens again at what was changed. */
function placeOf(intent: string): string {
  if (/picture|upload/.test(intent)) return '#photos-title'
  if (intent.endsWith('batch')) return '#batch-list-title'
  return intent.includes('variant') ? '#variants-title' : ''
}

/** A lost connection is told in the page, which keeps what was typed. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { edited: { mine: null, failure: 'unreachable', errors: {} } satisfies EditAnswer }
  }
}

export default function Listing() {
  return <ListingPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
