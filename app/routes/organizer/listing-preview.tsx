import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { previewListing } from '#app/domain/listings/preview-listing.server.ts'
import { Preview } from '#app/domain/listings/ui/preview.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'review-listings')
  const locale = localeOf(new URL(request.url).pathname)
  const preview = await previewListing(getServices(), scope, params.listing ?? '', locale)
  if (!preview) throw new Response(null, { status: 404 })
  return { title: pageTitle(request, (t) => t.listings.preview.title(preview.title)), preview }
}

export default function SubmissionPreview() {
  const t = useStaffMessages().listings.preview
  const { preview } = useLoaderData<typeof loader>()
  return (
    <Preview
      preview={preview}
      back={{ to: `/organizer/listings/${useParams().listing}`, title: t.backToReview }}
    />
  )
}
