import { LRUCache } from 'lru-cache'
import { type Bus, subscribeToTags } from './bus.server.ts'
import type { Env } from './env.server.ts'
import { createSingleFlight } from './single-flight.ts'

/** A finished page. `tags` is null for what may not be kept: an error, a redirect, anything a route did not declare public. */
export type CacheablePage = { tags: ReadonlyArray<string> | null; bytes: number }

/** Finished public pages in this process, by URL, bounded by bytes. */
export type PageCache<Page extends CacheablePage = CacheablePage> = {
  find(key: string): Page | undefined
  /** One render however many ask at once; kept unless one of its tags was dropped meanwhile. */
  render(key: string, make: () => Promise<Page>): Promise<Page>
  drop(tags: Iterable<string>): void
  dropAll(): void
  size(): { pages: number; bytes: number }
}

// A net under the tags: whatever nobody published (a season that began, a price window) is at most this old.
const longestLife = 10 * 60_000

/** `PAGE_CACHE_MB=0` keeps nothing: development, where the code changes under the page. */
export function createPageCache<Page extends CacheablePage>(
  env: Pick<Env, 'PAGE_CACHE_MB'>,
  bus: Bus,
): PageCache<Page> {
  const keysByTag = new Map<string, Set<string>>()
  const flights = createSingleFlight<Page>()
  const maxSize = Math.max(1, env.PAGE_CACHE_MB * 1024 * 1024)
  const pages = new LRUCache<string, Page>({
    maxSize,
    maxEntrySize: Math.max(1, Math.floor(maxSize / 8)),
    ttl: longestLife,
    sizeCalculation: (page) => page.bytes,
    dispose: (page, key) => forget(key, page),
  })

  function forget(key: string, { tags }: Page): void {
    for (const tag of tags ?? []) {
      const keys = keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysByTag.delete(tag)
    }
  }

  function store(key: string, page: Page): void {
    pages.set(key, page)
    if (!pages.has(key)) return
    for (const tag of page.tags ?? []) {
      const keys = keysByTag.get(tag)
      if (keys) keys.add(key)
      else keysByTag.set(tag, new Set([key]))
    }
  }

  function drop(tags: Iterable<string>): void {
    flights.drop(tags)
    for (const tag of tags) for (const key of [...(keysByTag.get(tag) ?? [])]) pages.delete(key)
  }

  function dropAll(): void {
    flights.dropAll()
    pages.clear()
  }

  subscribeToTags(bus, drop, dropAll)
  return {
    find: (key) => pages.get(key),
    render: (key, make) =>
      flights.run(key, async (isFresh) => {
        const page = await make()
        if (env.PAGE_CACHE_MB > 0 && page.tags && isFresh(page.tags)) store(key, page)
        return page
      }),
    drop,
    dropAll,
    size: () => ({ pages: pages.size, bytes: pages.calculatedSize }),
  }
}
