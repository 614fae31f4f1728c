import { exhibitionsTag, liveTag } from '#app/domain/catalog/tags.ts'
import { salesChannel } from '#app/domain/sales/bump-rollups.server.ts'
import { type Broadcast, createBroadcast } from '#app/platform/broadcast.server.ts'
import { subscribeToTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Watcher } from '#app/platform/watcher.server.ts'
import { endOfDay, readSnapshot } from './read-snapshot.server.ts'
import { createRehearsals, type Rehearsals } from './rehearse.server.ts'
import type { Audience, LiveSnapshot, SnapshotOf } from './snapshot.ts'

/** The live figures of fairs in this process: read by whoever comes first after a sale, told to all who watch. */
export type LiveFigures = {
  /** A stream of snapshots; null where this audience may not see them. `lastId` is what the watcher saw last. */
  watch(exhibitionId: number, audience: Audience, lastId: string | null): Promise<Watcher | null>
  current<For extends Audience>(exhibitionId: number, audience: For): Promise<SnapshotOf<For> | null>
  rehearsals: Rehearsals
  size(): ReturnType<Broadcast<unknown>['size']>
  stop(): void
}

type Parts = Pick<Services, 'bus' | 'clock' | 'log' | 'pool' | 'pageCache'>

export function createLiveFigures({ bus, clock, log, pool, pageCache }: Parts): LiveFigures {
  const broadcast = createBroadcast<LiveSnapshot>({
    bus,
    clock,
    log,
    async read(topic) {
      const { exhibitionId, audience } = parseTopic(topic)
      // Before the query: what is sold in the first moment of a day belongs to the next edition.
      const validUntil = endOfDay(clock.now())
      const value = await readSnapshot({ pool, clock }, exhibitionId, audience)
      return value && { id: value.id, value, validUntil }
    },
  })
  bus.subscribe(salesChannel, (payload) => {
    broadcast.touch((topic) => topic.startsWith(`${payload}:`))
    pageCache.drop([liveTag(Number(payload))])
  })
  // Names, and whether everybody may see the figures, may have changed.
  subscribeToTags(
    bus,
    (tags) => tags.includes(exhibitionsTag) && broadcast.touch(() => true),
    () => undefined,
  )
  return {
    watch: (exhibitionId, audience, lastId) => broadcast.watch(`${exhibitionId}:${audience}`, lastId),
    async current<For extends Audience>(exhibitionId: number, audience: For) {
      const edition = await broadcast.current(`${exhibitionId}:${audience}`)
      // The topic names the audience.
      return (edition?.value ?? null) as SnapshotOf<For> | null
    },
    rehearsals: createRehearsals({ pool, clock }),
    size: broadcast.size,
    stop: broadcast.stop,
  }
}

function parseTopic(topic: string): { exhibitionId: number; audience: Audience } {
  const [exhibitionId, audience] = topic.split(':')
  return { exhibitionId: Number(exhibitionId), audience: audience === 'internal' ? 'internal' : 'public' }
}
