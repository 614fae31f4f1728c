import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { listDemonstrationCodes } from '#app/domain/staff/demonstration-codes.server.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

/** What the development SMS port "sent". In production this page does not exist. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { env, db } = getServices()
  if (!env.DEV_PAGES) throw new Response(null, { status: 404 })
  const messages = await db.smsMessage.findMany({
    orderBy: { id: 'desc' },
    take: 50,
    select: { dedupeKey: true, phone: true, body: true, sentAt: true },
  })
  const codes = await listDemonstrationCodes(getServices())
  return { title: pageTitle(request, (t) => t.people.outbox.title), messages, codes }
}

export default function DevOutbox() {
  const t = useMessages().people.outbox
  const { messages, codes } = useLoaderData<typeof loader>()
  return (
    <div className="page max-w-text">
      <PageHeading title={t.title} text={t.text} />
      {messages.length === 0 ? <EmptyState title={t.empty} text={t.emptyText} /> : null}
      <Card className="mb-6 grid gap-2">
        <h2 className="text-sm font-medium">{t.codes}</h2>
        <dl className="figures grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
          {codes.map(({ login, code }) => (
            <Fragment key={login}>
              <dt className="text-muted">{login}</dt>
              <dd>{code}</dd>
            </Fragment>
          ))}
        </dl>
      </Card>
      <ol className="grid gap-3">
        {messages.map((message) => (
          <Card as="li" key={message.dedupeKey} className="grid gap-1">
            <p className="figures flex flex-wrap justify-between gap-2 text-sm text-muted">
              <span>{message.phone}</span>
              <time dateTime={message.sentAt.toISOString()}>{shanghaiMinute(message.sentAt)}</time>
            </p>
            <p className="figures">{message.body}</p>
          </Card>
        ))}
      </ol>
    </div>
  )
}
