import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findBooth } from '#app/domain/booths/find-booth.server.ts'
import { listBoothChoices } from '#app/domain/booths/list-booth-choices.server.ts'
import { boothCookie, boothPath, recallBooth } from '#app/domain/booths/remembered-booth.ts'
import { BoothChoices } from '#app/domain/booths/ui/booth-choices.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { boothMeta as meta, cameraHeaders as headers } from './booth-page.ts'

/** Chosen once, the till opens at once; `?choose` asks again. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'record-sales')
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const remembered = recallBooth(request.headers.get('Cookie'))
  const services = getServices()
  const booth = remembered && (await findBooth(services, scope, locale, remembered))
  if (remembered && booth && !searchParams.has('choose')) {
    if (services.clock.now() < booth.fair.endsAt) throw redirect(localPath(locale, boothPath(remembered)))
  }
  return {
    title: pageTitle(request, (t) => t.booths.choose.title),
    choices: await listBoothChoices(services, scope, locale),
    chosen: remembered && booth ? `${remembered.fair}/${remembered.enterprise}` : '',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'record-sales')
  const locale = localeOf(new URL(request.url).pathname)
  const [fair, enterprise] = String((await request.formData()).get('booth') ?? '').split('/')
  const booth = await findBooth(getServices(), scope, locale, { fair, enterprise })
  if (!booth) return data({ isUnknown: true }, { status: 400 })
  const address = { fair: booth.fair.slug, enterprise: booth.enterprise.slug }
  return redirect(localPath(locale, boothPath(address)), { headers: { 'Set-Cookie': boothCookie(address) } })
}

export default function ChooseBooth() {
  const words = useStaffMessages()
  const t = words.booths.choose
  const { choices, chosen } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>() ? t.problem : undefined
  return (
    <>
      <PageHeading title={t.title} text={t.text}>
        <ButtonLink to="/organizer" kind="quiet" size="small">
          {words.staff.workplaces.organizer}
        </ButtonLink>
      </PageHeading>
      {choices.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} />
      ) : (
        <BoothChoices choices={choices} chosen={chosen} problem={problem} />
      )}
    </>
  )
}
