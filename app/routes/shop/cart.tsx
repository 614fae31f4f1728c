import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { CartAnswer } from '#app/domain/cart/cart-answer.ts'
import { listCartRows } from '#app/domain/cart/cart-views.server.ts'
import { changeCart } from '#app/domain/cart/change-cart.server.ts'
import type { AddToCartAnswer } from '#app/domain/cart/ui/add-to-cart.tsx'
import { CartContents } from '#app/domain/cart/ui/cart-contents.tsx'
import { getHome } from '#app/domain/catalog/get-home.server.ts'
import { ProductGrid } from '#app/domain/catalog/ui/product-grid.tsx'
import { listUnpaid } from '#app/domain/orders/list-unpaid.server.ts'
import { UnpaidOrders } from '#app/domain/orders/ui/unpaid-orders.tsx'
import { recallVisits } from '#app/domain/sales/fair-visit.ts'
import { findAttribution } from '#app/domain/sales/find-attribution.server.ts'
import { formValues } from '#app/kernel/form.ts'
import { type Locale, localeOf, localPath } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { ensureSession, findVisitor } from '#app/platform/session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Section } from '#app/ui/section.tsx'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(new URL(request.url).pathname)
  const visitor = await findVisitor(request)
  const [rows, unpaid] = await Promise.all([
    listCartRows(getServices(), visitor),
    listUnpaid(getServices(), visitor),
  ])
  const season = rows.length === 0 ? (await getHome(getServices(), locale)).season.products.slice(0, 4) : []
  return { title: pageTitle(request, (t) => t.cart.title), rows, unpaid, season }
}

/** Answers the cart's own forms, the "add to cart" of other pages (`via=fetcher`), and plain posts of both. */
export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const locale = localeOf(new URL(request.url).pathname)
  const fields = formValues(await request.formData())
  const { scope, headers } = await ensureSession(args)
  const from = await findAttribution(getServices(), recallVisits(request.headers))
  const answer = await changeCart(getServices(), scope, fields, from)
  if (fields.via === 'fetcher') return data(toAddAnswer(answer, locale), { headers })
  const isPlainAdd = fields.intent === 'add' && answer.kind === 'changed' && !answer.notice
  if (!isPlainAdd) return data(answer, { headers })
  return redirect(localPath(locale, fields.then === 'buy' ? '/checkout' : '/cart'), { headers })
}

export default function CartPage() {
  const t = useMessages().cart
  const { rows, unpaid, season } = useLoaderData<typeof loader>()
  const answer = useActionData<CartAnswer>()
  return (
    <div className="page">
      <PageHeading title={t.title} />
      <UnpaidOrders orders={unpaid} />
      <CartContents
        rows={rows}
        answer={answer}
        ideas={
          <Section id="season" title={t.season}>
            <ProductGrid products={season} />
          </Section>
        }
      />
    </div>
  )
}

/** For pages that do not know the cart's words. */
function toAddAnswer(answer: CartAnswer, locale: Locale): AddToCartAnswer {
  const t = messagesFor(locale).cart
  if (answer.kind === 'refused') return { ok: false, message: t.failures[answer.code] }
  if (answer.kind === 'removed') return { ok: true, quantity: 0, notice: null }
  const { quantity, notice } = answer
  return { ok: true, quantity, notice: notice && t.notices[notice](quantity) }
}
