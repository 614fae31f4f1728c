import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readAlarmStand } from '#app/domain/notifications/alarm.ts'
import { listAlarms } from '#app/domain/notifications/list-alarms.server.ts'
import { settleAlarm } from '#app/domain/notifications/settle-alarm.server.ts'
import { AlarmList } from '#app/domain/notifications/ui/alarm-list.tsx'
import { giveBackFromForm } from '#app/domain/payments/give-back-forms.server.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { StandTabs } from '#app/domain/staff/ui/stand-tabs.tsx'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'reconcile')
  const { pathname, searchParams } = new URL(request.url)
  const stand = readAlarmStand(searchParams.get('stand'))
  return {
    title: pageTitle(request, (t) => t.alarms.title),
    stand,
    alarms: await listAlarms(getServices(), scope, localeOf(pathname), stand, searchParams.get('after')),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'reconcile')
  const form = await request.formData()
  const isGivingBack = form.has('owedId')
  const answer = await (isGivingBack ? giveBackFromForm : settleAlarm)(getServices(), scope, form)
  if (answer) return data(answer, { status: answer.isOvertaken ? 409 : 400 })
  return redirect(`${new URL(request.url).pathname}?done=${isGivingBack ? 'given-back' : 'settled'}`)
}

export default function Alarms() {
  const t = useStaffMessages().alarms
  const { stand, alarms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const doneWord = useDoneWord()
  const done = answer ? null : doneWord
  const isGone = answer !== null && !alarms.items.some(({ id }) => id === answer.id)
  const word = useStaffWord()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid grid-cols-1 gap-4">
        <Outcome done={done} />
        {isGone ? (
          <Notice tone="warning" role="alert">
            {word('changed-meanwhile')}
          </Notice>
        ) : null}
        <StandTabs words={t.stands} stand={stand} label={t.title} />
        {alarms.items.length > 0 ? (
          <AlarmList alarms={alarms.items} answer={answer} />
        ) : (
          <EmptyState title={t.none[stand]} text={t.noneText} />
        )}
        <PageTurner next={alarms.next} />
      </div>
    </>
  )
}

function useDoneWord(): string | null {
  const t = useStaffMessages().alarms
  const done = useQuery().get('done')
  if (done === 'given-back') return t.giveBackDone
  return done === 'settled' ? t.done : null
}
