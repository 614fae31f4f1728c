import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Section } from '#app/ui/section.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ThreeFigures } from '../figures.ts'
import { shanghaiTime } from './fair-banner.tsx'

/** Sales, signed, total: three figures with the same names everywhere; contracts stand beside sales. */
export function LiveFigures({
  figures,
  isDemonstration,
}: {
  figures: ThreeFigures
  isDemonstration: boolean
}) {
  const t = useMessages()
  const locale = useLocale()
  const words = t.catalog.exhibitions
  const shown = [
    [words.sales, figures.salesFen],
    [words.signed, figures.signedFen],
    [words.total, figures.totalFen],
  ] as const
  return (
    <Section id="live" title={words.live}>
      <dl className="grid gap-4 sm:grid-cols-3">
        {shown.map(([title, amount]) => (
          <div key={title} className="grid gap-1 border-t-2 border-cinnabar pt-3">
            <dt className="order-2 text-sm text-muted">{title}</dt>
            <dd className="title-font figures text-2xl">{formatLargeFen(fen(amount), locale)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-muted">
        {t.catalog.home.fairAsOf(shanghaiTime(figures.asOf))}
        {isDemonstration ? ` · ${t.common.demonstration}` : ''}
      </p>
    </Section>
  )
}
