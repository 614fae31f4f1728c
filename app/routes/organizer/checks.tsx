import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readBookChecks } from '#app/domain/books/book-views.server.ts'
import { readDayRange } from '#app/domain/books/differences-file.server.ts'
import { runCheck } from '#app/domain/books/run-check.server.ts'
import { CheckList } from '#app/domain/books/ui/check-list.tsx'
import { DifferencesForm } from '#app/domain/books/ui/differences-form.tsx'
import { ProviderDays } from '#app/domain/books/ui/provider-days.tsx'
import { after, day, shanghaiDay } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'reconcile')
  const services = getServices()
  const now = services.clock.now()
  return {
    title: pageTitle(request, (t) => t.books.title),
    books: await readBookChecks(services),
    range: readDayRange(new URLSearchParams(), now),
    today: shanghaiDay(now),
    yesterday: shanghaiDay(after(now, -day)),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  await requireOrganizer(request, 'reconcile')
  const ran = await runCheck(getServices(), await request.formData())
  if (ran.ok) return data({ failure: null })
  if (ran.code === 'unknown') throw new Response(null, { status: 400 })
  return data({ failure: ran.code }, { status: ran.code === 'badDay' ? 400 : 503 })
}

export default function Checks() {
  const t = useStaffMessages().books
  const { books, range, today, yesterday } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid grid-cols-1 gap-6">
        <Outcome
          done={answer?.failure === null && t.done}
          failure={answer?.failure === 'unavailable' && t.unavailable}
        />
        <CheckList last={books.last} />
        <ProviderDays
          days={books.days}
          today={today}
          yesterday={yesterday}
          error={answer?.failure === 'badDay' ? t.badDay : undefined}
        >
          <DifferencesForm {...range} today={today} />
        </ProviderDays>
      </div>
    </>
  )
}
