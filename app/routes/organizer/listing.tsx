import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listCategoryChoices } from '#app/domain/listings/category-choices.server.ts'
import { openSubmission } from '#app/domain/listings/open-submission.server.ts'
import { reviewListing } from '#app/domain/listings/review-listing.server.ts'
import { SubmissionPage } from '#app/domain/listings/ui/submission-page.tsx'
import { inLocale, localeOf, localPath } from '#app/kernel/locale.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'review-listings')
  const services = getServices()
  const submission = await openSubmission(services, scope, params.listing ?? '')
  if (!submission) throw new Response(null, { status: 404 })
  const locale = localeOf(new URL(request.url).pathname)
  const categories = await listCategoryChoices(services, locale)
  const name = inLocale(locale, submission.draft.title, submission.draft.titleEn)
  return { title: pageTitle(request, (t) => name || t.listings.untitled), submission, categories }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'review-listings')
  const answer = await reviewListing(getServices(), scope, params.listing ?? '', await request.formData())
  if ('done' in answer) {
    const { pathname, searchParams } = new URL(request.url)
    searchParams.set('done', answer.done)
    return redirect(localPath(localeOf(pathname), `/organizer/listings?${searchParams}`))
  }
  if (answer.failure === 'not-found') throw new Response(null, { status: 404 })
  return data(answer, { status: 409 })
}

export default function Submission() {
  return <SubmissionPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
