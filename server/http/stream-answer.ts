import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** An answer that is sent as it comes: live figures, exports of any length. */
export type StreamedAnswer = { status: number; headers: ReadonlyArray<string>; stream: Readable }

/** As fast as the client takes it; whichever end goes first takes the other along. Returns the bytes that were sent. */
export async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, stream }: StreamedAnswer,
  requestId: string,
): Promise<number> {
  // A client that vanished without a word would hold the idle connection for another minute.
  response.shouldKeepAlive = false
  response.writeHead(status, [...headers, 'x-request-id', requestId])
  if (request.method === 'HEAD') {
    stream.destroy()
    response.end()
    return 0
  }
  response.flushHeaders()
  const { socket } = response
  const before = socket?.bytesWritten ?? 0
  await pipeline(stream, response).catch((error: NodeJS.ErrnoException) => {
    // The client left, or was let go of.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
  return (socket?.bytesWritten ?? before) - before
}
