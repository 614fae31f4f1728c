import { useCallback } from 'react'
import { CalmAnnouncement } from '#app/domain/live/ui/calm-announcement.tsx'
import { openFeed } from '#app/domain/live/ui/live-feed.ts'
import type { Heard } from '#app/domain/live/ui/live-source.ts'
import { shanghaiSecond, useLive } from '#app/domain/live/ui/use-live.ts'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Section } from '#app/ui/section.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { FairFigures } from '../figures.ts'

type LiveFiguresProps = {
  slug: string
  figures: FairFigures
  isDemonstration: boolean
}

/** Sales, signed, total: three figures with the same names everywhere; contracts stand beside sales. They change as sales come. */
export function LiveFigures({ slug, figures, isDemonstration }: LiveFiguresProps) {
  const t = useMessages()
  const locale = useLocale()
  const words = liveWords(locale)
  const open = useCallback(
    (hear: (heard: Heard) => void) => openFeed(`/live/exhibitions/${slug}`, hear),
    [slug],
  )
  const { snapshot, asOf, isStale } = useLive({ figures, asOf: figures.asOf }, open)
  const amount = (value: number) => formatLargeFen(fen(value), locale)
  const { salesFen, signedFen, totalFen } = snapshot.figures
  const shown = [
    [words.sales, salesFen],
    [words.signed, signedFen],
    [words.total, totalFen],
  ] as const
  const time = shanghaiSecond(asOf)
  return (
    <Section
      id="live"
      title={t.catalog.exhibitions.live}
      more={{ to: `/exhibitions/${slug}/wall`, title: words.wall.link }}
    >
      <dl className="grid gap-4 sm:grid-cols-3">
        {shown.map(([title, value]) => (
          <div key={title} className="grid gap-1 border-t-2 border-cinnabar pt-3">
            <dt className="order-2 text-sm text-muted">{title}</dt>
            <dd className="title-font figures text-2xl">{amount(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="figures text-xs text-muted">
        {isStale ? words.stale(time) : words.asOf(time)}
        {` · ${words.counts.verified}`}
        {isDemonstration ? ` · ${t.common.demonstration}` : ''}
      </p>
      <CalmAnnouncement text={words.announced(amount(totalFen), time)} />
    </Section>
  )
}
