import type { LiveSnapshot } from '../snapshot.ts'

/** A new snapshot, or only the word that the last one still holds; or that whoever watched is signed in no more. */
export type Heard = { snapshot: LiveSnapshot | null; asOf: string } | 'signed-out'

/** Longer than two beats, and than the longest pause after which a browser tries again. */
const longestSilence = 12_000
const pollEvery = 4_000
const longestAnswer = 8_000
const pollsBeforeStream = 8

/**
 * Live figures from their address: as a stream and, while that is blocked or silent, by asking every few seconds.
 * Returns what closes it.
 */
export function openSource(url: string, hear: (heard: Heard) => void): () => void {
  let stream: EventSource | null = null
  let timer: number | undefined
  let isClosed = false
  let hasHeard = false

  function listen(): void {
    const opened = new EventSource(url)
    stream = opened
    wait(fallBack, longestSilence)
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const snapshot = JSON.parse(data) as LiveSnapshot
      noteStream({ snapshot, asOf: snapshot.asOf })
    })
    opened.addEventListener('beat', ({ data }: MessageEvent<string>) =>
      noteStream({ snapshot: null, asOf: data }),
    )
    opened.addEventListener('error', () => {
      // The browser tries again by itself, unless it was refused; where no stream ever came, none is waited for.
      if (opened.readyState === EventSource.CLOSED || !hasHeard) fallBack()
    })
  }

  function noteStream(heard: Heard): void {
    hasHeard = true
    wait(fallBack, longestSilence)
    hear(heard)
  }

  function fallBack(): void {
    stream?.close()
    stream = null
    hasHeard = false
    poll(pollsBeforeStream)
  }

  /** A little apart, so that those who lost their stream together do not ask together. */
  async function poll(left: number): Promise<void> {
    if (isClosed) return
    if (left === 0) return listen()
    const snapshot = await askOnce(url).catch(() => null)
    if (isClosed) return
    if (snapshot === 'signed-out') hear(snapshot)
    else if (snapshot) hear({ snapshot, asOf: snapshot.asOf })
    wait(() => poll(left - 1), pollEvery * (0.75 + Math.random() / 2))
  }

  function wait(next: () => void, milliseconds: number): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(next, milliseconds)
  }

  listen()
  return () => {
    isClosed = true
    window.clearTimeout(timer)
    stream?.close()
  }
}

/** Figures never lead elsewhere: what does is the way to sign in. Null for anything else that is none. */
async function askOnce(url: string): Promise<LiveSnapshot | 'signed-out' | null> {
  const signal = AbortSignal.timeout(longestAnswer)
  const answer = await fetch(url, { headers: { accept: 'application/json' }, cache: 'no-store', signal })
  if (answer.ok && !answer.redirected && answer.headers.get('content-type')?.startsWith('application/json'))
    return await answer.json()
  await answer.body?.cancel()
  return answer.redirected ? 'signed-out' : null
}
