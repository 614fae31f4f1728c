import type { IncomingMessage } from 'node:http'
import { largestUpload } from '#app/kernel/upload-limit.ts'

export const largestForm = 1024 * 1024

/**
 * The whole body in the pieces that it came in, or null when it is too large (T54): nothing past the limit is kept in
 * memory, and a declared length over it is refused before a byte is read. Time is limited by body-pace.ts.
 */
export async function readBody(request: IncomingMessage): Promise<ReadonlyArray<Buffer> | null> {
  if (Number(request.headers['content-length'] ?? 0) > largestForm) return null
  const chunks: Array<Buffer> = []
  let length = 0
  // Not destroyed on return: the refusal still has to be written to the same socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length > largestForm) return null
    chunks.push(chunk)
  }
  return chunks
}

/** A form that may have files. */
export function isUpload(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('multipart/form-data') ?? false
}

/** What it will take of the disk; null when it says itself that it is too large. */
export function uploadSize(request: IncomingMessage): number | null {
  const declared = Number(request.headers['content-length'] ?? largestUpload)
  return declared > largestUpload ? null : declared
}
