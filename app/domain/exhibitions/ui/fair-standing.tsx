import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { FairStanding as Standing } from '../own-results.server.ts'

/** While a fair is on: one's place among its exhibitors, and the way to the rest. */
export function FairStanding({ standing, to }: { standing: Standing; to: string }) {
  const t = useStaffMessages().fairs.results
  const { slug, name, nameEn, rank } = standing
  return (
    <LocalLink
      to={`${to}?fair=${slug}`}
      className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md border border-line bg-card px-4 py-3 hover:border-ink"
    >
      <span className="font-medium">{inLocale(useLocale(), name, nameEn)}</span>
      <span className="figures text-sm text-muted">{rank ? t.rank(rank.place, rank.of) : t.noSales}</span>
    </LocalLink>
  )
}
