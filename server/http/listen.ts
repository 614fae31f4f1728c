import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Host } from './host.ts'

// A client that dribbles its headers or its body holds a socket no longer than this (T54).
const headersTimeout = 15_000
const requestTimeout = 30_000
// Longer than the idle time of usual balancers, so that it is they who hang up (no race on reuse).
const keepAliveTimeout = 65_000
const longestStop = 10_000
/** While we still accept, but say goodbye with every answer: clients that reuse connections lose no request. */
const goodbye = 500

export type Listening = { server: Server; url: string; stop(): Promise<void> }

export async function listen(
  host: Host,
  port: number,
  hostname: string,
  onStopping: () => void = () => undefined,
): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout,
      requestTimeout,
      keepAliveTimeout,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16 * 1024,
    },
    host,
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
      stopping ??= drain(server)
      return stopping
    },
  }
}

function statusOf(code: string | undefined): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  return code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
}

/** Finishes what is under way, for at most ten seconds (T32). */
async function drain(server: Server): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, goodbye))
  const closed = new Promise((resolve) => server.close(resolve))
  const late = setTimeout(() => server.closeAllConnections(), longestStop)
  await closed
  clearTimeout(late)
}
