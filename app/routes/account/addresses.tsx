import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAddresses, makeDefaultAddress, removeAddress } from '#app/domain/people/addresses.server.ts'
import { AddressList } from '#app/domain/people/ui/address-list.tsx'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireShopper } from '#app/platform/session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  const addresses = await listAddresses(getServices().db, scope)
  return { title: pageTitle(request, (t) => t.account.addresses.title), addresses }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireShopper(request)
  const form = await request.formData()
  const id = String(form.get('id') ?? '')
  if (form.get('intent') === 'remove') await removeAddress(getServices(), scope, id)
  if (form.get('intent') === 'make-default') await makeDefaultAddress(getServices(), scope, id)
  return redirect(new URL(request.url).pathname)
}

export default function AddressesPage() {
  const t = useMessages().account.addresses
  const { addresses } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title}>
        {addresses.length > 0 ? <ButtonLink to="/account/addresses/new">{t.add}</ButtonLink> : null}
      </PageHeading>
      {addresses.length === 0 ? (
        <EmptyState title={t.empty} text={t.emptyText}>
          <ButtonLink to="/account/addresses/new">{t.add}</ButtonLink>
        </EmptyState>
      ) : (
        <AddressList addresses={addresses} />
      )}
    </>
  )
}
