import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { FairRecord } from '../fair-record.server.ts'
import { dates } from './exhibition-card.tsx'

/** A fair's name, days and state above each of its pages. */
export function FairHeading({ fair }: { fair: FairRecord }) {
  const words = useStaffMessages()
  const locale = useLocale()
  const place = inLocale(locale, fair.venue ?? fair.city, fair.venueEn ?? fair.cityEn)
  return (
    <PageHeading
      title={inLocale(locale, fair.name, fair.nameEn)}
      text={`${dates(fair)} · ${place}`}
      trail={[{ title: words.fairs.title, to: '/organizer/exhibitions' }]}
      trailLabel={words.common.breadcrumbs}
      badges={<FairBadges {...fair} />}
    />
  )
}

type FairBadgesProps = Pick<FairRecord, 'kind' | 'state' | 'isPublished' | 'isDemonstration'>

export function FairBadges({ kind, state, isPublished, isDemonstration }: FairBadgesProps) {
  const { common, fairs } = useStaffMessages()
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={state === 'running' ? 'cinnabar' : 'plain'}>{fairs.states[state]}</Badge>
      <Badge>{fairs.kinds[kind]}</Badge>
      {isPublished ? null : <Badge tone="millet">{fairs.prepared}</Badge>}
      {isDemonstration ? <Badge tone="millet">{common.demonstration}</Badge> : null}
    </span>
  )
}
