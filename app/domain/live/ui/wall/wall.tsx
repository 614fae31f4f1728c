import { useCallback } from 'react'
import { inLocale } from '#app/kernel/locale.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { HongshanClouds } from '#app/ui/motif.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LiveSnapshot } from '../../snapshot.ts'
import { CalmAnnouncement } from '../calm-announcement.tsx'
import { openFeed } from '../live-feed.ts'
import type { Heard } from '../live-source.ts'
import { shanghaiSecond, useLive } from '../use-live.ts'
import { ChannelBar } from './channel-bar.tsx'
import { useWallKeys } from './use-wall-keys.ts'
import { formatSum, WallFigures } from './wall-figures.tsx'
import { WallHeader } from './wall-header.tsx'
import { WallKeys } from './wall-keys.tsx'
import { WallScene } from './wall-scene.tsx'
import { WallTicker } from './wall-ticker.tsx'

type WallProps = {
  first: LiveSnapshot
  /** Where its figures come from: a stream, or JSON. */
  source: string
  /** How many times faster than it was, where a past fair is replayed. */
  rehearsalSpeed?: number | undefined
}

/** One number rules the screen; everything is sized by it, so that 1080 and 2160 lines show the same picture. */
export function Wall({ first, source, rehearsalSpeed }: WallProps) {
  const locale = useLocale()
  const words = liveWords(locale)
  const open = useCallback((hear: (heard: Heard) => void) => openFeed(source, hear), [source])
  const { snapshot, asOf, isStale, isSignedOut } = useLive(first, open)
  const controls = useWallKeys()
  const time = shanghaiSecond(asOf)
  const name = inLocale(locale, snapshot.exhibition.name, snapshot.exhibition.nameEn)
  return (
    <main
      className="wall"
      data-paused={controls.isPaused || undefined}
      data-rehearsal={rehearsalSpeed && true}
    >
      <HongshanClouds className="wall-clouds" />
      <WallHeader
        snapshot={snapshot}
        time={time}
        isStale={isStale}
        isSignedOut={isSignedOut}
        rehearsalSpeed={rehearsalSpeed}
        name={name}
      />
      <WallFigures snapshot={snapshot} />
      <ChannelBar channels={snapshot.channels} />
      <WallScene scene={controls.scene} snapshot={snapshot} />
      <WallTicker sales={snapshot.lastSales} divisions={snapshot.divisions} asOf={asOf} />
      <WallKeys controls={controls} />
      <CalmAnnouncement text={words.announced(formatSum(snapshot.figures.totalFen, locale), time)} />
    </main>
  )
}
