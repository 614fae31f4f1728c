import { watchLive } from '#tests/support/live-watcher.ts'
import type { Watching } from './watchers.ts'

process.once('message', ({ url, count }: Watching) => {
  const watchers = Array.from({ length: count }, () => watchLive(url))
  process.on('message', () => {
    const { timeOrigin } = performance
    process.send?.({
      at: timeOrigin + performance.now(),
      told: watchers.map(({ id, totalFen, heardAt }) =>
        id === null ? null : [totalFen, timeOrigin + heardAt],
      ),
    })
  })
})
process.once('disconnect', () => process.exit(0))
