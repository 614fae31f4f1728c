import { LRUCache } from 'lru-cache'
import { type Bus, subscribeToTags } from './bus.server.ts'
import { createSingleFlight } from './single-flight.ts'

type Memoised<T> = {
  key: string
  /** Dropped, in every process, together with the pages made of the same things. */
  tags: ReadonlyArray<string>
  load: () => Promise<T>
}

/** Reference data that many pages need and few writes change (divisions, categories, facet counts), loaded once a process. */
export type Memo = <T>(what: Memoised<T>) => Promise<T>

type Entry = { value: unknown; tags: ReadonlyArray<string> }

const longestLife = 10 * 60_000

export function createMemo(bus: Bus): Memo {
  const entries = new LRUCache<string, Entry>({ max: 5_000, ttl: longestLife })
  const flights = createSingleFlight<unknown>()

  function drop(tags: ReadonlyArray<string>): void {
    flights.drop(tags)
    for (const [key, entry] of entries) if (entry.tags.some((tag) => tags.includes(tag))) entries.delete(key)
  }

  subscribeToTags(bus, drop, () => {
    flights.dropAll()
    entries.clear()
  })

  return async function memo<T>({ key, tags, load }: Memoised<T>): Promise<T> {
    const known = entries.get(key)
    // The key names the type: callers of one key pass the same `load`.
    if (known) return known.value as T
    const value = await flights.run(key, async (isFresh) => {
      const loaded = await load()
      if (isFresh(tags)) entries.set(key, { value: loaded, tags })
      return loaded
    })
    return value as T
  }
}
