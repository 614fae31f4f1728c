import { liveWords } from '#app/messages/live-words.ts'
import { Mark } from '#app/ui/mark.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LiveSnapshot } from '../../snapshot.ts'

type WallHeaderProps = {
  snapshot: LiveSnapshot
  name: string
  time: string
  isStale: boolean
  rehearsalSpeed: number | undefined
}

/** Which fair, which entries count, and of when: always in sight. */
export function WallHeader({ snapshot, name, time, isStale, rehearsalSpeed }: WallHeaderProps) {
  const words = liveWords(useLocale())
  return (
    <header className="wall-header">
      <Mark className="wall-mark" />
      <h1>{name}</h1>
      {rehearsalSpeed ? (
        <p className="wall-badge wall-badge-rehearsal">
          {words.rehearsal}
          <small>{words.rehearsalNote(rehearsalSpeed)}</small>
        </p>
      ) : null}
      <p className="wall-badge">{words.counts[snapshot.counts]}</p>
      {snapshot.exhibition.isDemonstration ? <p className="wall-badge">{words.demonstration}</p> : null}
      <p className="wall-time" data-stale={isStale || undefined}>
        {isStale ? words.stale(time) : words.asOf(time)}
      </p>
    </header>
  )
}
