import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { ListingStatus, Shelf } from '../lifecycle.ts'
import type { PaperState } from '../paper-rules.ts'

type StateProps = { shelf: Shelf; status: ListingStatus; publishAt: Date | null }

const tones = {
  'on-sale': 'grass',
  'taken-down': 'plain',
  draft: 'plain',
  submitted: 'jade',
  returned: 'millet',
  scheduled: 'jade',
} as const

/** What shoppers see of it, and beside that what waits. */
export function StateBadges({ shelf, status, publishAt }: StateProps) {
  const t = useStaffMessages().listings
  const waiting = publishAt ? 'scheduled' : status === 'accepted' ? null : status
  const isPublished = shelf !== 'unpublished'
  return (
    <>
      {isPublished ? <Badge tone={tones[shelf]}>{t.states[shelf]}</Badge> : null}
      {waiting ? (
        <Badge tone={tones[waiting]}>{isPublished ? t.changes[waiting] : t.states[waiting]}</Badge>
      ) : null}
    </>
  )
}

/** Papers that need somebody; nothing where all is well. */
export function PapersBadge({ papers }: { papers: PaperState }) {
  const t = useStaffMessages().listings.papers
  if (papers.kind === 'missing') return <Badge tone="berry">{t.missing}</Badge>
  if (papers.kind === 'expired') return <Badge tone="berry">{t.expired(papers.until)}</Badge>
  if (papers.kind === 'expiring' && papers.until)
    return <Badge tone="millet">{t.expiring(papers.until)}</Badge>
  return null
}
