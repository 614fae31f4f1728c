import { afterAll, expect } from 'vitest'
import { createBus, subscribeToTags } from '#app/platform/bus.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { log } from './checkout.ts'
import type { TestDatabase } from './database.ts'

/** Listens for what pages are dropped by; the answer takes the tags that came since it was last called. */
export async function hearTags({
  pool,
  url,
}: Pick<TestDatabase, 'pool' | 'url'>): Promise<() => Promise<Set<string>>> {
  const dropped = new Set<string>()
  const bus = createBus({ DATABASE_URL: url }, log)
  subscribeToTags(
    bus,
    (tags) => {
      for (const tag of tags) dropped.add(tag)
    },
    () => undefined,
  )
  await bus.start()
  afterAll(() => bus.stop())
  return async () => {
    // Notices come in the order in which they were committed.
    await sqlOn(pool).$executeRaw`SELECT pg_notify('cache_tags', 'end')`
    await expect.poll(() => dropped.has('end')).toBe(true)
    const taken = new Set([...dropped].filter((tag) => tag !== 'end'))
    dropped.clear()
    return taken
  }
}
