import type { IncomingMessage } from 'node:http'

export const largestBody = 1024 * 1024

/**
 * The whole body, or null when it is larger than `limit` (T54): nothing past the limit is kept in memory, and
 * a declared length over it is refused before a byte is read. Time is limited by the server's requestTimeout.
 */
export async function readBody(request: IncomingMessage, limit = largestBody): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null
  const chunks: Array<Buffer> = []
  let length = 0
  // Not destroyed on return: the refusal still has to be written to the same socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
