import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { addressSchema } from '#app/domain/people/address-form.ts'
import { addAddress, editAddress, findAddress } from '#app/domain/people/addresses.server.ts'
import { AddressForm } from '#app/domain/people/ui/address-form.tsx'
import { regionChoices } from '#app/domain/shipping/regions.server.ts'
import { formValues, parseForm } from '#app/kernel/form.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireShopper } from '#app/platform/session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { ErrorPage as ErrorBoundary } from '#app/ui/error-page.tsx'

/** `new` in place of an id is an empty form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  const title = pageTitle(request, (t) => t.account.addresses.title)
  if (params.id === 'new') return { title, values: {}, regions: regionChoices({}) }
  const address = await findAddress(getServices().db, scope, params.id ?? '')
  if (!address) throw new Response(null, { status: 404 })
  const { recipient, phone, districtCode, street, detail, postcode, tag, isDefault } = address
  const values = {
    recipient,
    phone,
    districtCode,
    street,
    detail,
    postcode,
    tag,
    isDefault: isDefault ? 'on' : '',
  }
  return { title, values, regions: regionChoices(values) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireShopper(request)
  const form = await request.formData()
  const values = formValues(form)
  if (values.intent === 'show-districts') return { values, errors: {}, regions: regionChoices(values) }
  const parsed = parseForm(addressSchema, form)
  if (!parsed.ok) return { values, errors: parsed.errors, regions: regionChoices(values) }
  const services = getServices()
  const saved =
    params.id === 'new'
      ? await addAddress(services, scope, parsed.value)
      : await editAddress(services, scope, params.id ?? '', parsed.value)
  if (saved.ok) return redirect(localPath(localeOf(new URL(request.url).pathname), '/account/addresses'))
  if (saved.code === 'not-found') throw new Response(null, { status: 404 })
  return { values, errors: { districtCode: saved.code }, regions: regionChoices(values) }
}

export default function AddressPage() {
  const t = useMessages().account.addresses
  const { id } = useParams()
  const loaded = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={id === 'new' ? t.addTitle : t.editTitle} />
      <AddressForm
        state={state ?? { values: loaded.values, errors: {} }}
        regions={state?.regions ?? loaded.regions}
      />
    </>
  )
}
