/** The work under way, by key, and what was dropped while it ran: its result may be older than the drop. */
export type SingleFlight<T> = {
  /** Joins the work under way for this key, or starts it. `isFresh(tags)` says whether the result may be kept. */
  run(key: string, work: (isFresh: (tags: Iterable<string>) => boolean) => Promise<T>): Promise<T>
  drop(tags: Iterable<string>): void
  dropAll(): void
}

type Flight<T> = { result: Promise<T>; dropped: Set<string>; isDropped: boolean }

export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>()

  function run(key: string, work: (isFresh: (tags: Iterable<string>) => boolean) => Promise<T>): Promise<T> {
    const underway = flights.get(key)
    if (underway) return underway.result
    const dropped = new Set<string>()
    const isFresh = (tags: Iterable<string>) =>
      !flight.isDropped && [...tags].every((tag) => !dropped.has(tag))
    const result = Promise.resolve()
      .then(() => work(isFresh))
      .finally(() => flights.delete(key))
    const flight: Flight<T> = { result, dropped, isDropped: false }
    flights.set(key, flight)
    return result
  }

  return {
    run,
    drop(tags) {
      for (const { dropped } of flights.values()) for (const tag of tags) dropped.add(tag)
    },
    dropAll() {
      for (const flight of flights.values()) flight.isDropped = true
    },
  }
}
