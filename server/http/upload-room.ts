export type UploadRoom = {
  /** Does the work as soon as there is room for so many bytes. */
  during<T>(bytes: number, work: () => Promise<T>): Promise<T>
}

/**
 * What uploads may hold together, in memory or on the disk, while their work lasts (T63). First come, first served: whoever
 * comes later waits unread, and browsing goes on. One that is larger than all the room goes alone.
 */
export function createUploadRoom(limit: number): UploadRoom {
  const waiting: Array<{ bytes: number; enter: () => void }> = []
  let held = 0
  function admit() {
    for (let next = waiting[0]; next && (held === 0 || held + next.bytes <= limit); next = waiting[0]) {
      waiting.shift()
      held += next.bytes
      next.enter()
    }
  }
  return {
    async during(bytes, work) {
      await new Promise<void>((enter) => {
        waiting.push({ bytes, enter })
        admit()
      })
      try {
        return await work()
      } finally {
        held -= bytes
        admit()
      }
    },
  }
}
