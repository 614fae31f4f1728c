import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listCartRows } from '#app/domain/cart/cart-views.server.ts'
import { submitCheckout } from '#app/domain/checkout/submit-checkout.server.ts'
import { CheckoutForm } from '#app/domain/checkout/ui/checkout-form.tsx'
import { Steps } from '#app/domain/checkout/ui/steps.tsx'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { listAddresses } from '#app/domain/people/addresses.server.ts'
import { listInvoiceTitles } from '#app/domain/people/invoice-titles.server.ts'
import { isSignedIn } from '#app/domain/people/scope.ts'
import { recallVisits } from '#app/domain/sales/fair-visit.ts'
import { regionChoices } from '#app/domain/shipping/regions.server.ts'
import { formValues } from '#app/kernel/form.ts'
import { randomToken } from '#app/kernel/ids.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { ensureSession, findVisitor } from '#app/platform/session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const services = getServices()
  const scope = await findVisitor(request)
  const rows = await listCartRows(services, scope)
  if (rows.length === 0) throw redirect(localPath(localeOf(new URL(request.url).pathname), '/cart'))
  const book = isSignedIn(scope)
    ? {
        addresses: await listAddresses(services.db, scope),
        titles: await listInvoiceTitles(services.db, scope),
      }
    : { addresses: null, titles: [] }
  return {
    title: pageTitle(request, (t) => t.checkout.title),
    rows,
    ...book,
    regions: regionChoices({}),
    idempotencyKey: randomToken(),
    payMinutes: services.env.HOLD_MINUTES,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const locale = localeOf(new URL(request.url).pathname)
  const form = await request.formData()
  const values = formValues(form)
  if (values.intent === 'show-districts') return { values, errors: {}, regions: regionChoices(values) }
  const { scope, headers } = await ensureSession(args)
  const visits = recallVisits(request.headers)
  const sent = { form, locale, address: context.clientAddress, visits }
  const placed = await submitCheckout(getServices(), scope, sent)
  if (placed.ok) {
    // Straight on to the provider; where that does not answer, the pay page says so and tries again.
    const opened = await openPayment(getServices(), placed.value.groupId)
    const payPage = localPath(locale, `/checkout/${placed.value.token}/pay`)
    return redirect(opened.ok ? opened.value.url : payPage, { status: 303, headers })
  }
  const answer = { values, errors: {}, regions: regionChoices(values) }
  if (placed.code === 'invalid-form') return data({ ...answer, errors: placed.detail.errors }, { headers })
  const init = placed.code === 'too-many' ? tooManyRequests(placed, headers) : { headers }
  return data({ ...answer, failure: placed }, init)
}

export default function CheckoutPage() {
  const t = useMessages().checkout
  const { idempotencyKey, regions, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page">
      <Steps current="confirm" />
      <PageHeading title={t.title} />
      <CheckoutForm
        {...page}
        regions={answer?.regions ?? regions}
        state={{ errors: {}, ...answer, values: { idempotencyKey, ...answer?.values } }}
        failure={answer && 'failure' in answer ? answer.failure : undefined}
      />
    </div>
  )
}
