import type { IncomingMessage } from 'node:http'
import { largestUpload } from '#app/kernel/upload-limit.ts'

const largestForm = 1024 * 1024

/**
 * The whole body in the pieces that it came in, or null when it is too large (T54): nothing past the limit is kept in
 * memory, and a declared length over it is refused before a byte is read. Time is limited by the server's requestTimeout.
 */
export async function readBody(request: IncomingMessage): Promise<ReadonlyArray<Buffer> | null> {
  const limit = isUpload(request) ? largestUpload : largestForm
  if (Number(request.headers['content-length'] ?? 0) > limit) return null
  const chunks: Array<Buffer> = []
  let length = 0
  // Not destroyed on return: the refusal still has to be written to the same socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length > limit) return null
    chunks.push(chunk)
  }
  return chunks
}

/** What an upload will hold in memory; 0 for what is small, or is refused before a byte is read. */
export function uploadSize(request: IncomingMessage): number {
  if (!isUpload(request)) return 0
  const declared = Number(request.headers['content-length'] ?? largestUpload)
  return declared > largestUpload ? 0 : declared
}

function isUpload(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('multipart/form-data') ?? false
}
