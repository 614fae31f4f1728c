import { useEffect, useState } from 'react'
import { shanghaiMinute, systemClock } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type FairTimesProps = { startsAt: Date; endsAt: Date }

/** That the fair is not on, by the phone's own clock: a till that was kept yesterday is opened without a network today. */
export function FairTimes({ startsAt, endsAt }: FairTimesProps) {
  const t = useStaffMessages().booths.till
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    const look = () => setNow(systemClock.now())
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  if (now === null || (now >= startsAt && now < endsAt)) return null
  return (
    <Notice tone="warning" title={now < startsAt ? t.notBegun(shanghaiMinute(startsAt)) : t.over}>
      <p>{now < startsAt ? t.notBegunText : t.overText}</p>
      <LocalLink
        to="/booth?choose"
        reloadDocument
        className="flex min-h-11 w-fit items-center underline underline-offset-4"
      >
        {t.change}
      </LocalLink>
    </Notice>
  )
}
