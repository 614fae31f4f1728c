import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type ConsentPurpose,
  isConsentGiven,
  listConsents,
  setMarketingConsent,
} from '#app/domain/people/consents.server.ts'
import { deleteAccount } from '#app/domain/people/delete-account.server.ts'
import {
  ConsentHistory,
  DeleteAccount,
  MarketingConsent,
  OwnData,
  PhotoConsent,
} from '#app/domain/people/ui/privacy.tsx'
import { withdrawPhotoConsent } from '#app/domain/reviews/forget-photos.server.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { endAccount, requireShopper } from '#app/platform/session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  const consents = await listConsents(getServices().db, scope)
  const title = pageTitle(request, (t) => t.account.privacy.title)
  const isGiven = (purpose: ConsentPurpose) => isConsentGiven(consents, purpose)
  return {
    title,
    consents,
    isMarketingGiven: isGiven('marketing'),
    arePhotosShown: isGiven('review-photos'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireShopper(request)
  const form = await request.formData()
  const { pathname } = new URL(request.url)
  if (form.get('intent') === 'withdraw-photos') {
    await withdrawPhotoConsent(getServices(), scope)
    return redirect(pathname)
  }
  if (form.get('intent') !== 'delete') {
    await setMarketingConsent(getServices(), scope, form.get('intent') === 'give')
    return redirect(pathname)
  }
  if (form.get('confirm') !== 'on') return { problem: 'unconfirmed' as const }
  const deleted = await deleteAccount(getServices(), scope)
  if (!deleted.ok) return { problem: deleted.code }
  return redirect(localPath(localeOf(pathname), '/account/closed'), {
    headers: await endAccount(request),
  })
}

export default function PrivacyPage() {
  const t = useMessages().account.privacy
  const { consents, isMarketingGiven, arePhotosShown } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid gap-6">
        <MarketingConsent isGiven={isMarketingGiven} />
        {arePhotosShown ? <PhotoConsent /> : null}
        <ConsentHistory consents={consents} />
        <OwnData />
        <DeleteAccount problem={problem} />
      </div>
    </>
  )
}
