import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** What nginx keeps of an answer before it passes it on, unless the answer asks it not to. */
const buffers = 64 * 1024

/** A proxy before the shop that keeps small parts back, as nginx does; one that `obeys` does not where the answer says so. */
export async function openBufferingProxy(shopUrl: string, { obeys }: { obeys: boolean }): Promise<string> {
  const proxy = createServer((incoming, outgoing) => {
    const { method = 'GET', url, headers } = incoming
    const upstream = ask(new URL(url ?? '/', shopUrl), { method, headers, agent: false }, (answer) => {
      const passesOn = obeys && answer.headers['x-accel-buffering'] === 'no'
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      outgoing.flushHeaders()
      const kept: Array<Buffer> = []
      const pass = () => outgoing.write(Buffer.concat(kept.splice(0)))
      answer.on('data', (part: Buffer) => {
        kept.push(part)
        if (passesOn || kept.reduce((sum, { byteLength }) => sum + byteLength, 0) >= buffers) pass()
      })
      answer.on('close', () => outgoing.end(Buffer.concat(kept)))
    })
    upstream.on('error', () => outgoing.destroy())
    outgoing.on('close', () => upstream.destroy())
    incoming.pipe(upstream)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    proxy.close()
    proxy.closeAllConnections()
  })
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
}
