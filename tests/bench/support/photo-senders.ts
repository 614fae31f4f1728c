import { fork } from 'node:child_process'
import { once } from 'node:events'

export type Senders = {
  /** Of the form, with what the request says of its sender. */
  url: string
  headers: Record<string, string>
  count: number
  /** Of each; null for as fast as the bytes are taken. */
  bytesPerSecond: number | null
  body: { type: string; file: string }
}

/**
 * So many phones at once, in a process of their own, each with one form. Milliseconds from the first byte to the last answer.
 * @throws Error when one was refused
 */
export async function sendPhotos(senders: Senders): Promise<number> {
  const child = fork(new URL('./photo-process.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send(senders)
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the senders died')))
  const [{ milliseconds, refused }] = await Promise.race([once(child, 'message'), died])
  died.catch(() => undefined)
  child.kill()
  if (refused.length > 0) throw new Error(`${refused.length} uploads refused: ${refused[0]}`)
  return milliseconds
}
