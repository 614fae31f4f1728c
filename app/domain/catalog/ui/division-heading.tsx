import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { GrasslandHorizon } from '#app/ui/motif.tsx'
import { Breadcrumbs } from '#app/ui/page-heading.tsx'
import type { DivisionPage } from '../places-pages.ts'

/** A division's opening: its hue, its story, what it is known for. */
export function DivisionHeading({ division }: { division: DivisionPage }) {
  const t = useMessages()
  const words = t.catalog
  return (
    <header className="relative overflow-hidden bg-hue-ground">
      <GrasslandHorizon className="absolute inset-x-0 bottom-0 h-24 w-full text-hue/50" />
      <div className="page relative grid gap-4 py-8 md:py-12">
        <Breadcrumbs
          label={t.common.breadcrumbs}
          trail={[
            { title: t.common.home, to: '/' },
            { title: words.divisions.title, to: '/divisions' },
          ]}
        />
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <h1 className="title-font text-3xl md:text-4xl">{division.name}</h1>
          <span className="text-hue-deep" lang="zh-Latn">
            {division.pinyin}
          </span>
          {division.pairName ? (
            <Badge tone="cinnabar">{words.home.pairedWith(division.pairName)}</Badge>
          ) : null}
        </div>
        <p className="title-font text-lg text-hue-deep">{division.tagline}</p>
        <p className="max-w-text">{division.story}</p>
        <p className="flex flex-wrap gap-4 text-sm text-hue-deep">
          <span className="figures">{words.division.area(division.areaKm2.toLocaleString('en'))}</span>
          {division.seatTown ? (
            <span>
              {words.division.seat} <span lang="zh-CN">{division.seatTown}</span>
            </span>
          ) : null}
          <span className="figures">{words.home.goods(division.products.value)}</span>
        </p>
        <nav aria-label={words.division.specialities} hidden={division.specialities.length === 0}>
          <ul className="flex flex-wrap gap-2">
            {division.specialities.map(({ name, search }) => (
              <li key={name}>
                <LocalLink
                  to={`/search?q=${encodeURIComponent(search)}`}
                  className="inline-block rounded-full border border-hue bg-card/70 px-3 py-1 text-sm hover:bg-card"
                >
                  {name}
                </LocalLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
