import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BodyPatience, timeBody } from './body-pace.ts'
import type { Host } from './host.ts'

export type Patience = BodyPatience & {
  /** For a client that dribbles its headers, in milliseconds (T54). */
  headersTimeout: number
  /** How long we still accept after we were told to stop, and say goodbye with every answer. */
  goodbye: number
}

const patience: Patience = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  goodbye: 500,
}

// Longer than the idle time of usual balancers, so that it is they who hang up (no race on reuse).
const keepAliveTimeout = 65_000
const longestStop = 10_000
// The largest form at the slowest pace that is taken for one.
const longestRequest = 30 * 60_000
const dribbled = Object.assign(new Error('the body hardly comes'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })

export type Listening = { server: Server; url: string; stop(): Promise<void> }

export async function listen(
  host: Host,
  port: number,
  hostname: string,
  { onStopping = () => undefined, ...own }: Partial<Patience> & { onStopping?: () => void } = {},
): Promise<Listening> {
  const { goodbye, ...timeouts } = { ...patience, ...own }
  const server = createServer(
    { ...timeouts, requestTimeout: longestRequest, keepAliveTimeout, maxHeaderSize: 16 * 1024 },
    host,
  )
  server.on('request', (request) =>
    timeBody(request, timeouts, () => server.emit('clientError', dribbled, request.socket)),
  )
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy()
    socket.end(`HTTP/1.1 ${statusOf(error.code)}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  })
  server.listen(port, hostname)
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  let stopping: Promise<void> | undefined
  return {
    server,
    url: `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${address.port}`,
    stop() {
      onStopping()
      stopping ??= drain(server, goodbye)
      return stopping
    },
  }
}

function statusOf(code: string | undefined): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  return code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
}

/** Finishes what is under way, for at most ten seconds (T32). */
async function drain(server: Server, goodbye: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, goodbye))
  const closed = new Promise((resolve) => server.close(resolve))
  const late = setTimeout(() => server.closeAllConnections(), longestStop)
  await closed
  clearTimeout(late)
}
