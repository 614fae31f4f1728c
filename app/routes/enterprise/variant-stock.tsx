import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeStock } from '#app/domain/stock/change-stock.server.ts'
import { openStock } from '#app/domain/stock/open-stock.server.ts'
import { stockName } from '#app/domain/stock/stock-name.ts'
import { StockPage } from '#app/domain/stock/ui/stock-page.tsx'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'adjust-stock')
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const stock = await openStock(services, scope, params.article ?? '', searchParams.get('after'))
  if (!stock) throw new Response(null, { status: 404 })
  return {
    title: pageTitle(request, (t) => `${t.stock.title}: ${stockName(stock, localeOf(pathname))}`),
    home: `/enterprise/${scope.slug}`,
    stock,
    formKey: timeOrderedId(services.clock.now()),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'adjust-stock')
  const answer = await changeStock(getServices(), scope, params.article ?? '', await request.formData())
  if (answer.failure === 'not-found') throw new Response(null, { status: 404 })
  return data(answer, { status: answer.isDone ? 200 : 409 })
}

export default function VariantStock() {
  return <StockPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
