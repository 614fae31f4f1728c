import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import type { Choice } from '#app/kernel/choice.ts'
import { shanghaiDay, shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { ScheduledLivestream } from '../livestream-views.server.ts'

export function LivestreamFilters({ fair, fairs }: { fair: string; fairs: ReadonlyArray<Choice> }) {
  const t = useStaffMessages().livestreams
  return (
    <FilterForm isSet={fair !== ''}>
      <ChoiceField
        id="fair"
        name="fair"
        label={t.fields.fair}
        defaultValue={fair}
        none={t.allFairs}
        choices={fairs}
      />
    </FilterForm>
  )
}

/** Day by day in Shanghai, the latest first. */
export function LivestreamDays({ items }: { items: ReadonlyArray<ScheduledLivestream> }) {
  const days = [...new Set(items.map(dayOf))]
  return (
    <div className="grid grid-cols-1 gap-6">
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`} className="grid grid-cols-1 gap-2">
          <h2 id={`day-${day}`} className="figures text-lg font-medium">
            {day}
          </h2>
          <RowList>
            {items
              .filter((stream) => dayOf(stream) === day)
              .map((stream) => (
                <LivestreamRow key={stream.slug} stream={stream} />
              ))}
          </RowList>
        </section>
      ))}
    </div>
  )
}

function dayOf({ startsAt }: ScheduledLivestream): string {
  return shanghaiDay(startsAt)
}

function LivestreamRow({ stream }: { stream: ScheduledLivestream }) {
  const t = useStaffMessages().livestreams
  return (
    <li>
      <LocalLink
        to={`/organizer/livestreams/${stream.slug}`}
        className="grid gap-1 px-4 py-3 hover:bg-paper md:grid-cols-[8rem_minmax(0,1fr)_auto] md:gap-x-6"
      >
        <span className="figures text-muted">
          {shanghaiMinute(stream.startsAt).slice(11)}–{shanghaiMinute(stream.endsAt).slice(11)}
        </span>
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{stream.title}</span>
            {stream.isCancelled ? <Badge tone="berry">{t.cancelled}</Badge> : null}
            {stream.isDemonstration ? <Badge>{t.demonstration}</Badge> : null}
          </span>
          <span className="block text-sm text-muted">
            <span lang="zh-CN">{stream.host}</span>
            {stream.fair ? ` · ${stream.fair}` : ''}
          </span>
        </span>
        <span className="flex items-baseline gap-2 md:grid md:justify-items-end md:gap-0">
          <span className="text-xs text-muted">{t.figures.net}</span>
          <Money amount={stream.netFen} />
        </span>
      </LocalLink>
    </li>
  )
}
