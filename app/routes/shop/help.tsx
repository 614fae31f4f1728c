import { data, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/kernel/locale.ts'
import { findHelp, listHelp } from '#app/messages/help.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { publicPage } from '#app/platform/public-page.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

export { publicHeaders as headers } from '#app/platform/public-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export function meta({ data, location }: MetaArgs<typeof loader>) {
  return pageMeta(location.pathname, data?.page)
}

export function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(new URL(request.url).pathname)
  const page = findHelp(locale, params.topic)
  if (!page) throw new Response(null, { status: 404 })
  return data({ page, topics: listHelp(locale) }, publicPage(['help']))
}

export default function Help() {
  const { page, topics } = useLoaderData<typeof loader>()
  const t = useMessages().common
  return (
    <div className="page grid gap-x-12 lg:grid-cols-[12rem_1fr]">
      <nav
        aria-label={t.footer.help}
        className="scroll-row order-last gap-4 pt-8 text-sm lg:order-none lg:grid lg:content-start lg:pt-12"
      >
        {topics.map(({ topic, title }) => (
          <LocalLink
            key={topic}
            to={`/help/${topic}`}
            className="flex min-h-11 items-center whitespace-nowrap text-muted hover:text-cinnabar"
          >
            {title}
          </LocalLink>
        ))}
      </nav>
      <article className="max-w-text">
        <PageHeading title={page.title} text={page.description} />
        <div className="grid gap-6">
          {page.blocks.map(([heading, text]) => (
            <section key={heading} className="grid gap-2">
              <h2 className="title-font text-lg">{heading}</h2>
              <p>{text}</p>
            </section>
          ))}
        </div>
      </article>
    </div>
  )
}
