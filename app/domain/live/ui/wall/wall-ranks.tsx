import { liveWords } from '#app/messages/live-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import { useFlashes } from './use-flashes.ts'
import { formatSum } from './wall-figures.tsx'

export type Rank = { key: string; name: string; amountFen: number }

/** The largest first; who has just sold something glows. */
export function WallRanks({ title, ranks, id }: { title: string; ranks: ReadonlyArray<Rank>; id: string }) {
  const locale = useLocale()
  const flashes = useFlashes(ranks, id)
  const most = Math.max(1, ...ranks.map(({ amountFen }) => amountFen))
  return (
    <section className="wall-ranks">
      <h2>{title}</h2>
      {ranks.length === 0 ? <p>{liveWords(locale).wall.none}</p> : null}
      <ol>
        {ranks.map(({ key, name, amountFen }, index) => (
          <li key={key}>
            <span className="wall-place">{index + 1}</span>
            <span className="wall-name">{name}</span>
            <strong key={flashes.get(key)} className={flashes.get(key) ? 'wall-flash' : undefined}>
              {formatSum(amountFen, locale)}
            </strong>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="1" className="wall-rail" />
              <rect width={(100 * Math.max(0, amountFen)) / most} height="1" />
            </svg>
          </li>
        ))}
      </ol>
    </section>
  )
}
