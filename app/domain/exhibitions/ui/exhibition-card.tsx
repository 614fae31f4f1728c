import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { ExhibitionSummary } from '../exhibition.ts'
import type { FigureView } from '../figures.ts'

export function ExhibitionCard({ exhibition }: { exhibition: ExhibitionSummary }) {
  const t = useMessages().common
  return (
    <article className="relative grid h-full content-start gap-3 rounded-md border border-line bg-card p-4 transition-shadow duration-200 hover:shadow-soft md:p-6">
      <p className="figures flex flex-wrap items-center gap-2 text-sm text-muted">
        {dates(exhibition)} · {exhibition.venue ?? exhibition.city}
        {exhibition.isDemonstration ? <Badge tone="millet">{t.demonstration}</Badge> : null}
      </p>
      <h3 className="title-font text-lg">
        <LocalLink to={`/exhibitions/${exhibition.slug}`} className="after:absolute after:inset-0">
          {exhibition.name}
        </LocalLink>
      </h3>
      <Figures figures={exhibition.figures} />
    </article>
  )
}

/** Figures as printed: text, never computed with. */
export function Figures({ figures }: { figures: ReadonlyArray<FigureView> }) {
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      {figures.map(({ label, text }) => (
        <div key={label} className="grid content-start gap-1">
          <dt className="order-2 text-xs text-muted">{label}</dt>
          <dd className="title-font figures text-xl text-cinnabar">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

export function dates({ startsOn, endsOn }: Pick<ExhibitionSummary, 'startsOn' | 'endsOn'>): string {
  return startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`
}
