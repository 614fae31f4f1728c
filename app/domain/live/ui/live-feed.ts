import { type Heard, openSource } from './live-source.ts'

/**
 * Live figures for all tabs of a browser by one connection (T82): whoever holds the lock listens and tells the others;
 * when that tab goes, the next one does. Returns what closes it.
 */
export function openFeed(url: string, hear: (heard: Heard) => void): () => void {
  // Without HTTPS there are no locks, and each tab listens for itself.
  if (!navigator.locks || !window.BroadcastChannel) return openSource(url, hear)
  const channel = new BroadcastChannel(`live ${url}`)
  const leaving = new AbortController()
  let last: Exclude<Heard, 'signed-out'> | null = null
  let isSpeaker = false

  channel.addEventListener('message', ({ data }: MessageEvent<Heard | 'hello'>) => {
    if (data !== 'hello') note(data)
    else if (isSpeaker && last) channel.postMessage(last)
  })
  channel.postMessage('hello')
  navigator.locks.request(channel.name, { signal: leaving.signal }, speak).catch(() => undefined)

  function note(heard: Heard): void {
    if (heard !== 'signed-out')
      last = { snapshot: heard.snapshot ?? last?.snapshot ?? null, asOf: heard.asOf }
    hear(heard)
  }

  function speak(): Promise<void> {
    isSpeaker = true
    return new Promise((resolve) => {
      const close = openSource(url, (heard) => {
        note(heard)
        channel.postMessage(heard)
      })
      leaving.signal.addEventListener('abort', () => {
        close()
        resolve()
      })
    })
  }

  return () => {
    leaving.abort()
    channel.close()
  }
}
