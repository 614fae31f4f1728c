import { shanghaiMinute } from '#app/kernel/clock.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { QueueQuery } from '../queue-query.ts'
import type { Submission } from '../review-queue.server.ts'
import { useSubmissionPath } from './use-submission-path.ts'

type SubmissionListProps = { items: ReadonlyArray<Submission>; state: QueueQuery['state'] }

export function SubmissionList({ items, state }: SubmissionListProps) {
  const pathOf = useSubmissionPath()
  const { review: t, queue } = useStaffMessages().listings
  const locale = useLocale()
  return (
    <ul aria-label={queue.states[state]} className="grid gap-2">
      {items.map((item) => (
        <Card
          key={item.id}
          as="li"
          className="grid grid-cols-[72px_minmax(0,1fr)] items-center gap-3 p-3! md:grid-cols-[72px_minmax(0,1fr)_auto]"
        >
          <div className="size-[72px] overflow-hidden rounded-sm bg-paper-deep">
            {item.pictureKey ? (
              <Picture pictureKey={item.pictureKey} alt="" sizes="72px" className="size-full" />
            ) : null}
          </div>
          <div className="grid min-w-0 gap-1 text-sm">
            <LocalLink
              to={pathOf(item.id)}
              className="line-clamp-2 text-base font-medium hover:text-cinnabar"
            >
              {inLocale(locale, item.title, item.titleEn)}
            </LocalLink>
            <p className="flex flex-wrap items-center gap-2">
              {state === 'waiting' ? (
                <Badge tone={item.isNew ? 'cinnabar' : 'jade'}>{item.isNew ? t.isNew : t.isChange}</Badge>
              ) : null}
              <span data-division={item.divisionCode}>
                <Badge tone="hue">{inLocale(locale, item.division, item.divisionEn)}</Badge>
              </span>
              <span className="text-muted">{item.enterprise}</span>
            </p>
          </div>
          <p className="figures col-span-2 text-xs text-muted md:col-span-1 md:text-right">
            {state === 'waiting' ? t.submittedAt(shanghaiMinute(item.at)) : shanghaiMinute(item.at)}
            {item.submittedBy ? <span className="md:block"> {t.by(item.submittedBy)}</span> : null}
          </p>
        </Card>
      ))}
    </ul>
  )
}
