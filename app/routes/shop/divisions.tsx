import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDivisions } from '#app/domain/catalog/list-divisions.server.ts'
import { catalogTag } from '#app/domain/catalog/tags.ts'
import { DivisionLinks } from '#app/domain/catalog/ui/division-links.tsx'
import { PlacesMap } from '#app/domain/catalog/ui/places-map.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

export { publicHeaders as headers } from '#app/platform/public-page.ts'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.meta)
}

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(new URL(request.url).pathname)
  const { title, description } = messagesFor(locale).catalog.divisions
  const divisions = await listDivisions(getServices(), locale)
  return data({ divisions, meta: { title, description } }, publicPage([catalogTag]))
}

export default function Divisions() {
  const { divisions } = useLoaderData<typeof loader>()
  const t = useMessages().catalog.divisions
  return (
    <div className="page">
      <PageHeading title={t.title} text={t.text} />
      <div className="grid items-start gap-8 lg:grid-cols-2 lg:gap-12">
        <PlacesMap divisions={divisions} className="mx-auto w-full max-w-xl lg:max-w-none" />
        <DivisionLinks divisions={divisions} />
      </div>
    </div>
  )
}
