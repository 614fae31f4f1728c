import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFairBooths } from '#app/domain/exhibitions/booths.server.ts'
import { chooseProducts, findShownChoice } from '#app/domain/exhibitions/shown-products.server.ts'
import { SavedNotice } from '#app/domain/exhibitions/ui/saved-notice.tsx'
import { ProductChoice, ShowingList } from '#app/domain/exhibitions/ui/shown-products.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { formTexts, formValues } from '#app/kernel/form.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition)
  const { searchParams } = new URL(request.url)
  const of = queryText(searchParams, 'of')
  const [choice, page] = await Promise.all([
    of === '' ? null : findShownChoice(getServices(), fair, of),
    listFairBooths(getServices(), fair, searchParams.get('after')),
  ])
  const title = fairTitle(request, fair, 'products')
  return { title, slug: fair.slug, choice, page }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition)
  const form = await request.formData()
  const { enterprise = '' } = formValues(form)
  const command = { enterprise, products: formTexts(form, 'product') }
  if (!(await chooseProducts(getServices(), scope, fair, command))) return data(null, { status: 400 })
  return redirect(`${new URL(request.url).pathname}?done=saved`)
}

export default function Products() {
  const t = useStaffMessages().fairs.products
  const { slug, choice, page } = useLoaderData<typeof loader>()
  return (
    <>
      <SavedNotice words={{ saved: t.saved }} />
      {page.items.length > 0 ? <p className="max-w-text text-sm text-muted">{t.text}</p> : null}
      {choice ? <ProductChoice key={choice.enterprise} choice={choice} /> : null}
      <ShowingList slug={slug} items={page.items} />
      <PageTurner next={page.next} />
    </>
  )
}
