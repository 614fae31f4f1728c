import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getStore, saveStore } from '#app/domain/enterprises/save-store.server.ts'
import { PlatformFee, StoreForm } from '#app/domain/enterprises/ui/store-form.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-store')
  const store = await getStore(getServices(), scope)
  return { title: pageTitle(request, (t) => t.joining.store.title), slug: scope.slug, store }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-store')
  const state = await saveStore(getServices(), scope, await request.formData())
  if (state) return data(state, { status: 400 })
  return redirect(`${new URL(request.url).pathname}?done=saved`)
}

export default function StorePage() {
  const words = useStaffMessages().joining
  const t = words.store
  const { slug, store } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const isSaved = useQuery().get('done') === 'saved' && !state
  return (
    <>
      <PageHeading title={t.title} text={t.text}>
        <ButtonLink to={`/enterprises/${slug}`} kind="secondary">
          {words.enterprises.shop}
        </ButtonLink>
      </PageHeading>
      <div className="grid grid-cols-1 gap-4">
        <Outcome done={isSaved && t.saved} />
        <StoreForm store={store} state={state} />
        <PlatformFee {...store} />
      </div>
    </>
  )
}
