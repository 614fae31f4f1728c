export type UploadRoom = {
  /** Does the work as soon as there is room for so many bytes of that address. */
  during<T>(bytes: number, work: () => Promise<T>, address?: string): Promise<T>
}

type Waiting = { bytes: number; address: string; enter: () => void }

/**
 * What uploads may hold together, in memory or on the disk, while their work lasts (T63). First come, first served: whoever
 * comes later waits unread, and browsing goes on. Nobody holds more than a share of it by one address, so that who sends
 * slowly, and without end, keeps nobody else out. One that is larger than all the room goes alone.
 */
export function createUploadRoom(limit: number, share = limit): UploadRoom {
  const waiting = new Set<Waiting>()
  const shares = new Map<string, number>()
  let held = 0

  function hold(address: string, bytes: number) {
    held += bytes
    const left = (shares.get(address) ?? 0) + bytes
    if (left === 0) shares.delete(address)
    else shares.set(address, left)
  }

  function admit() {
    for (const next of waiting) {
      if (held > 0 && held + next.bytes > limit) return
      const own = shares.get(next.address) ?? 0
      if (own > 0 && own + next.bytes > share) continue
      waiting.delete(next)
      hold(next.address, next.bytes)
      next.enter()
    }
  }

  return {
    async during(bytes, work, address = '') {
      await new Promise<void>((enter) => {
        waiting.add({ bytes, address, enter })
        admit()
      })
      try {
        return await work()
      } finally {
        hold(address, -bytes)
        admit()
      }
    },
  }
}
