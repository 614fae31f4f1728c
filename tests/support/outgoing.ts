import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Outgoing = {
  /** Of a server of the machine itself, which no file and no form may make the shop ask. */
  url: string
  /** Connections that this process opened to anywhere, as fetch and node:http do; the database's are made otherwise. */
  count(): number
  [Symbol.asyncDispose](): Promise<void>
}

export async function watchOutgoing(): Promise<Outgoing> {
  const server = createServer((_request, response) => response.end('secret of the machine'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  let opened = 0
  const note = () => {
    opened += 1
  }
  subscribe('net.client.socket', note)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => opened,
    async [Symbol.asyncDispose]() {
      unsubscribe('net.client.socket', note)
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
