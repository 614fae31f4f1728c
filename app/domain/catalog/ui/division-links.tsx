import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { DivisionSummary } from '../places.ts'

/** The twelve as a list: the map's equal, for keyboards, screen readers and thumbs. */
export function DivisionLinks({ divisions }: { divisions: ReadonlyArray<DivisionSummary> }) {
  const t = useMessages().catalog
  return (
    <ul className="grid grid-cols-2 gap-2 md:gap-3">
      {divisions.map((division) => (
        <li key={division.code} data-division={division.code}>
          <LocalLink
            to={`/divisions/${division.slug}`}
            prefetch="intent"
            className="grid h-full content-start gap-1 rounded-md border-l-4 border-hue bg-hue-ground p-3 transition-colors duration-150 hover:bg-hue/40"
          >
            <span className="title-font text-base">{division.name}</span>
            <span className="text-xs text-hue-deep">
              {division.pairName ? t.home.pairedWith(division.pairName) : t.divisions.unpaired}
            </span>
            <span className="figures text-xs text-hue-deep">{t.home.goods(division.products.value)}</span>
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}
