import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readBoothDay } from '#app/domain/booths/booth-day.server.ts'
import { changeDay } from '#app/domain/booths/change-day.server.ts'
import { listDaySales } from '#app/domain/booths/day-sales.server.ts'
import { boothPath } from '#app/domain/booths/remembered-booth.ts'
import { readDay } from '#app/domain/booths/shanghai-days.ts'
import { BoothHeader } from '#app/domain/booths/ui/booth-header.tsx'
import { CloseSection } from '#app/domain/booths/ui/close-section.tsx'
import { DayAnswerNotice, DayPicker, DaySales } from '#app/domain/booths/ui/day-sales.tsx'
import { UnsentSales } from '#app/domain/booths/ui/unsent-sales.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { requireBooth } from './require-booth.server.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'
export { boothMeta as meta, cameraHeaders as headers } from './booth-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, booth } = await requireBooth(request, params)
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const day = readDay(searchParams.get('day'), services.clock.now())
  const query = { day, after: searchParams.get('after') }
  const { late, ...counted } = await readBoothDay(sqlOn(services.pool), booth, day)
  return {
    title: pageTitle(request, (t) => t.booths.day.title(day)),
    booth,
    day,
    counted: { ...counted, late: late.length },
    sales: await listDaySales(services, scope, localeOf(pathname), booth, query),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, booth } = await requireBooth(request, params)
  const answer = await changeDay(getServices(), scope, booth, await request.formData())
  return data(answer, { status: answer.isDone ? 200 : 409 })
}

export default function BoothDay() {
  const t = useStaffMessages().booths.day
  const { booth, day, counted, sales } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const address = { fair: booth.fair.slug, enterprise: booth.enterprise.slug }
  return (
    <>
      <BoothHeader booth={booth} title={t.title(day)} links={[{ to: boothPath(address), title: t.back }]} />
      <div className="grid grid-cols-1 gap-6">
        <DayPicker day={day} />
        <DayAnswerNotice answer={answer} />
        <UnsentSales {...address} />
        {/* What comes in meanwhile changes the figures, and not the count of the cash that was typed. */}
        <CloseSection key={`${day} ${counted.closes.length}`} day={day} counted={counted} answer={answer} />
        <DaySales sales={sales.items} />
      </div>
      <PageTurner next={sales.next} />
    </>
  )
}
