import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openSignDesk } from '#app/domain/exhibitions/booth-signs.server.ts'
import { BoothSign } from '#app/domain/exhibitions/ui/booth-sign.tsx'
import { SignChoice } from '#app/domain/exhibitions/ui/sign-choice.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { queryText, queryTexts } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const { pathname, searchParams } = new URL(request.url)
  const query = { fair: queryText(searchParams, 'fair'), products: queryTexts(searchParams, 'product') }
  return {
    title: pageTitle(request, (t) => t.signs.title),
    enterprise: scope.name,
    query,
    ...(await openSignDesk(getServices(), scope, localeOf(pathname), query)),
  }
}

export default function Signs() {
  const t = useStaffMessages().signs
  const { enterprise, query, fairs, goods, signs } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="grid grid-cols-1 gap-4 pb-6 print:hidden">
        <PageHeading title={t.title} text={t.text}>
          {signs.length > 0 ? <PrintButton>{t.print}</PrintButton> : null}
        </PageHeading>
        <SignChoice fairs={fairs} goods={goods} fair={query.fair} chosen={query.products} />
      </div>
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-2 print:block">
        {signs.map((sign) => (
          <BoothSign key={sign.slug} sign={sign} enterprise={enterprise} />
        ))}
      </div>
    </>
  )
}
