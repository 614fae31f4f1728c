import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { HongshanClouds } from '#app/ui/motif.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ExhibitionSummary } from '../exhibition.ts'
import type { FairFigures } from '../figures.ts'

type FairBannerProps = { exhibition: ExhibitionSummary; figures: FairFigures | null }

/** The fair that is on, with what was sold and signed there, the two parts of it, and the instant at which they were read. */
export function FairBanner({ exhibition, figures }: FairBannerProps) {
  const t = useMessages()
  const words = t.catalog.exhibitions
  const locale = useLocale()
  const amount = (value: number) => formatLargeFen(fen(value), locale)
  return (
    <aside className="relative overflow-hidden rounded-md bg-ink text-white">
      <HongshanClouds className="absolute inset-y-0 right-0 h-full w-1/2 text-white/10" />
      <div className="relative flex flex-wrap items-center justify-between gap-4 p-4 md:p-6">
        <div className="grid gap-1">
          <p className="text-sm text-millet">
            {t.catalog.home.fair}
            {exhibition.isDemonstration ? ` · ${t.common.demonstration}` : ''}
          </p>
          <p className="title-font text-lg md:text-xl">{exhibition.name}</p>
          {figures ? (
            <>
              <p className="text-sm">
                {t.catalog.home.fairFigure}{' '}
                <strong className="figures mx-1 text-xl font-bold whitespace-nowrap text-millet">
                  {amount(figures.totalFen)}
                </strong>
              </p>
              <p className="figures text-xs text-white/80">
                {`${words.sales} ${amount(figures.salesFen)} · ${words.signed} ${amount(figures.signedFen)} · `}
                {t.catalog.home.fairAsOf(shanghaiTime(figures.asOf))}
              </p>
            </>
          ) : null}
        </div>
        <ButtonLink to={`/exhibitions/${exhibition.slug}`} kind="secondary">
          {t.catalog.home.fairLink}
        </ButtonLink>
      </div>
    </aside>
  )
}

/** 11-24 12:05, in Shanghai whatever the reader's clock says. */
export function shanghaiTime(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
}
