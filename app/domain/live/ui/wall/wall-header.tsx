import { type LiveWords, liveWords } from '#app/messages/live-words.ts'
import { Mark } from '#app/ui/mark.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LiveSnapshot } from '../../snapshot.ts'
import { SignInAgain } from '../sign-in-again.tsx'

type WallHeaderProps = {
  snapshot: LiveSnapshot
  name: string
  time: string
  isStale: boolean
  isSignedOut: boolean
  rehearsalSpeed: number | undefined
}

/** Which fair, which entries count, and of when: always in sight. */
export function WallHeader({ snapshot, name, time, isStale, isSignedOut, rehearsalSpeed }: WallHeaderProps) {
  const words = liveWords(useLocale())
  return (
    <header className="wall-header">
      <Mark className="wall-mark" />
      <h1>{name}</h1>
      {rehearsalSpeed ? (
        <p className="wall-badge wall-badge-rehearsal">
          {words.rehearsal}
          <small>{stateOf(snapshot, words, rehearsalSpeed)}</small>
        </p>
      ) : null}
      <p className="wall-badge">{words.counts[snapshot.counts]}</p>
      {snapshot.exhibition.isDemonstration ? <p className="wall-badge">{words.demonstration}</p> : null}
      <p className="wall-time" data-stale={isStale || isSignedOut || undefined}>
        {isStale && !isSignedOut ? words.stale(time) : words.asOf(time)}
        {isSignedOut ? <SignInAgain /> : null}
      </p>
    </header>
  )
}

/** Under way, over, or over before it began: a fair at which nothing has been sold yet. */
function stateOf(snapshot: LiveSnapshot, words: LiveWords, speed: number): string {
  const isOver = 'isOver' in snapshot && snapshot.isOver
  if (!isOver) return words.rehearsalNote(speed)
  return snapshot.lastSales.length === 0 && snapshot.figures.totalFen === 0
    ? words.rehearsalEmpty
    : words.rehearsalOver
}
