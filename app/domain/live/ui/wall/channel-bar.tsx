import { liveWords } from '#app/messages/live-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LiveSnapshot } from '../../snapshot.ts'
import { formatSum } from './wall-figures.tsx'

/** The four channels as one thin bar, with words. */
export function ChannelBar({ channels }: { channels: LiveSnapshot['channels'] }) {
  const locale = useLocale()
  const words = liveWords(locale)
  const total = channels.reduce((sum, { amountFen }) => sum + Math.max(0, amountFen), 0) || 1
  let end = 0
  const parts = channels.map(({ channel, amountFen }) => {
    const width = (100 * Math.max(0, amountFen)) / total
    end += width
    return { channel, amountFen, width, x: end - width }
  })
  return (
    <section className="wall-channels">
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ channel, x, width }) => (
          <rect key={channel} data-channel={channel} x={x} y="0" width={width} height="1" />
        ))}
      </svg>
      <dl>
        {parts.map(({ channel, amountFen }) => (
          <div key={channel} data-channel={channel}>
            <dt>{words.channels[channel]}</dt>
            <dd>{formatSum(amountFen, locale)}</dd>
          </div>
        ))}
      </dl>
      {/* Of parts that are each rounded down less is seen than the total says. */}
      <p className="wall-note">{words.wall.floored}</p>
    </section>
  )
}
