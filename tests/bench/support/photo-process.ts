import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Senders } from './photo-senders.ts'

const tick = 50

process.once('message', async ({ url, headers, count, bytesPerSecond, body }: Senders) => {
  const bytes = readFileSync(body.file)
  const own = { ...headers, 'content-type': body.type, 'content-length': bytes.byteLength }
  const from = performance.now()

  /** What was wrong, or null. */
  async function send(index: number): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>()
    const sending = request(url, { method: 'POST', headers: own, agent: false })
    sending.on('error', (error) => resolve(String(error)))
    sending.on('response', (response) => {
      const { statusCode = 0 } = response.resume()
      const isTaken = statusCode < 500 && ![404, 413, 422].includes(statusCode)
      response.on('end', () => resolve(isTaken ? null : String(statusCode)))
    })
    if (bytesPerSecond === null) sending.end(bytes)
    else await dribble(sending, index, bytesPerSecond)
    return promise
  }

  /** A little each tick, and not all in the same moment. */
  async function dribble(sending: ReturnType<typeof request>, index: number, pace: number): Promise<void> {
    sending.flushHeaders()
    await sleep((tick * index) / count)
    const started = performance.now()
    for (let sent = 0; sent < bytes.byteLength && !sending.destroyed; ) {
      const due = Math.min(bytes.byteLength, Math.ceil(((performance.now() - started + tick) * pace) / 1_000))
      if (due > sent && !sending.write(bytes.subarray(sent, due)))
        await once(sending, 'drain').catch(() => undefined)
      sent = due
      await sleep(tick)
    }
    sending.end()
  }

  const answers = await Promise.all(Array.from({ length: count }, (_, index) => send(index)))
  const refused = answers.filter((answer) => answer !== null)
  process.send?.({ milliseconds: performance.now() - from, refused })
})
process.once('disconnect', () => process.exit(0))
