import { type ClientRequest, get, type IncomingMessage } from 'node:http'

export type LiveWatcher = {
  /** Of the last snapshot. */
  totalFen: number
  id: string | null
  /** When the last snapshot came, by performance.now(). */
  heardAt: number
  retry: number
  /** When it last connected, or tried to. */
  askedAt: number
  isOpen: boolean
  /** How often it has had to connect anew. */
  reconnects: number
  close(): void
}

type Told = { id: string; figures: { totalFen: number } }

/**
 * A browser's EventSource as far as it matters here: comes back after `retry` with the id of what it saw last. It keeps
 * nothing else: a thousand that watch for an hour are told thirty million times.
 */
export function watchLive(url: string, onTold?: (id: string) => void): LiveWatcher {
  let request: ClientRequest | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const watcher: LiveWatcher = {
    totalFen: -1,
    id: null,
    heardAt: 0,
    retry: 3_000,
    askedAt: 0,
    isOpen: false,
    reconnects: 0,
    close() {
      isClosed = true
      clearTimeout(timer)
      request?.destroy()
    },
  }

  function connect(): void {
    const headers = watcher.id === null ? {} : { 'last-event-id': watcher.id }
    watcher.askedAt = performance.now()
    // A connection each: a pool of them would have the second wait for the first.
    request = get(url, { headers, agent: false }, read)
    request.on('error', later)
  }

  function read(response: IncomingMessage): void {
    response.on('close', later)
    response.on('error', () => undefined)
    watcher.isOpen = response.statusCode === 200
    let rest = ''
    response.setEncoding('utf8')
    response.on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      blocks.forEach(hear)
    })
  }

  function hear(block: string): void {
    const retry = /^retry: (\d+)$/m.exec(block)
    if (retry) watcher.retry = Number(retry[1])
    const data = /^id: (.+)\ndata: (.+)$/m.exec(block)
    if (!data?.[2]) return
    const told = JSON.parse(data[2]) as Told
    watcher.id = told.id
    onTold?.(told.id)
    watcher.totalFen = told.figures.totalFen
    watcher.heardAt = performance.now()
  }

  function later(): void {
    watcher.isOpen = false
    if (isClosed) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      watcher.reconnects += 1
      connect()
    }, watcher.retry)
  }

  connect()
  return watcher
}
