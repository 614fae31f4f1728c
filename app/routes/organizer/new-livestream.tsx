import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listFairChoices } from '#app/domain/exhibitions/list-fair-choices.server.ts'
import { submitLivestream } from '#app/domain/livestreams/livestream-forms.server.ts'
import { LivestreamForm } from '#app/domain/livestreams/ui/livestream-form.tsx'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { Card } from '#app/ui/card.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'manage-livestreams')
  const { pathname, searchParams } = new URL(request.url)
  const services = getServices()
  const fairs = await listFairChoices(services, localeOf(pathname))
  const now = services.clock.now()
  const today = shanghaiDay(now)
  const values = {
    fair: queryText(searchParams, 'fair'),
    startsAt: `${today}T20:00`,
    endsAt: `${today}T22:00`,
  }
  const title = pageTitle(request, (t) => t.livestreams.schedule)
  return { title, fairs, values, formKey: timeOrderedId(now) }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-livestreams')
  const answer = await submitLivestream(getServices(), scope, await request.formData())
  if ('state' in answer) return data(answer, { status: 400 })
  return redirect(localPath(localeOf(new URL(request.url).pathname), `/organizer/livestreams/${answer.slug}`))
}

export default function NewLivestream() {
  const t = useStaffMessages().livestreams
  const { title: _, ...form } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-3xl">
      <PageHeading title={t.schedule} text={t.scheduleText} />
      <Card>
        <LivestreamForm {...form} state={useActionData<typeof action>()?.state} />
      </Card>
    </div>
  )
}
