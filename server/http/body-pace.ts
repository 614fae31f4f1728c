import type { IncomingMessage } from 'node:http'

export type BodyPatience = {
  /** For a body that hardly comes, in milliseconds. */
  requestTimeout: number
  /** How often it is looked at. */
  connectionsCheckingInterval: number
}

/** Bytes a second with which a sender goes on: less than any network on which a photo would be sent. */
const slowestPace = 16 * 1024

/**
 * Calls `late` for a body that only dribbles (T54). One that keeps coming may take as long as it needs: a photo of 8 MB from
 * a phone at the edge of a village takes minutes. While nobody reads it, it is not the sender who is slow.
 */
export function timeBody(
  request: IncomingMessage,
  { requestTimeout, connectionsCheckingInterval }: BodyPatience,
  late: () => void,
): void {
  const { headers, socket } = request
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  const from = socket.bytesRead
  let waited = 0
  const timer = setInterval(() => {
    if (request.complete) return clearInterval(timer)
    const isUnread = request.readableLength >= request.readableHighWaterMark
    if (!isUnread) waited += connectionsCheckingInterval
    if (waited <= requestTimeout + ((socket.bytesRead - from) / slowestPace) * 1_000) return
    clearInterval(timer)
    late()
  }, connectionsCheckingInterval)
  timer.unref()
  request.once('close', () => clearInterval(timer))
}
