import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { largestUpload } from '#app/kernel/upload-limit.ts'
import type { SentFile } from '#app/platform/load-context.ts'
import { newUpload } from '#app/platform/upload-folder.server.ts'
import { largestForm } from './read-body.ts'

export type ReceivedForm = {
  fields: URLSearchParams
  files: ReadonlyArray<SentFile>
  /** Once the request is answered: what the shop keeps of them it has elsewhere. */
  remove(): Promise<void>
}
type Refusal = 'too-large' | 'malformed'

class Refused extends Error {}

const limits = { fieldSize: largestForm, files: 50, parts: 2_000, headerPairs: 20, headerSize: 8 * 1024 }

/**
 * A form with files, straight to the disk: of its bytes no more than a few pieces are ever in memory. Whatever breaks it
 * off, a sender who goes away too, nothing of it stays.
 * @throws Error when the sender went away, or the disk is full
 */
export async function receiveForm(
  request: IncomingMessage,
  dataDir: string,
): Promise<Result<ReceivedForm, Failure<Refusal>>> {
  const parser = openParser(request)
  if (!parser) return failure('malformed')
  const kept = keepParts(parser, dataDir)
  try {
    await pipeline(piecesOf(request), parser)
    await kept.written()
    return success(kept)
  } catch (error) {
    await kept.remove()
    if (error instanceof Refused) return failure('too-large')
    // The parser's own errors have none.
    if ((error as NodeJS.ErrnoException).code) throw error
    return failure('malformed')
  }
}

/** Null when the header names no boundary. */
function openParser({ headers }: IncomingMessage): BusboyInstance | null {
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits, preservePath: true })
  } catch {
    return null
  }
}

/** What the parser finds: texts here, files in the folder of uploads. */
function keepParts(parser: BusboyInstance, dataDir: string): ReceivedForm & { written(): Promise<unknown> } {
  const fields = new URLSearchParams()
  const files: Array<SentFile> = []
  const streams: Array<BusboyFileStream> = []
  const writes: Array<Promise<void>> = []
  let room = largestForm
  const refuse = () => parser.destroy(new Refused())
  parser.on('partsLimit', refuse).on('filesLimit', refuse)
  parser.on('field', (field, value, _isNameCut, isCut) => {
    room -= value.length
    if (isCut || room < 0) refuse()
    else fields.append(field, value)
  })
  parser.on('file', (field, stream, name, _encoding, type) => {
    // Told of a form that breaks off, maybe when nobody listens any more.
    stream.on('error', () => undefined)
    // A browser sends an empty one where no file was chosen.
    if (!name) return stream.resume()
    const path = newUpload(dataDir)
    files.push({ field, name, type, path })
    streams.push(stream)
    const write = pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    writes.push(write)
    write.catch((error: Error) => parser.destroy(error))
  })
  parser.on('error', () => undefined)
  return {
    fields,
    files,
    written: () => Promise.all(writes),
    async remove() {
      for (const stream of streams) stream.destroy()
      await Promise.allSettled(writes)
      await Promise.all(files.map(({ path }) => rm(path, { force: true })))
    },
  }
}

/** Bytes a millisecond, of all forms together: half of what a line of a gigabit brings, and a photo waits a tenth of a second. */
const pace = 64 * 1024
let turns = Promise.resolve()
let passed = 0

/**
 * However many forms are coming in, one piece in a turn of the event loop, and no more than the pace: pages are answered in
 * between (T63). What waits stays with its sender, who is slowed down by that and not by us.
 */
async function takeTurn(bytes: number): Promise<void> {
  passed += bytes
  if (passed < pace) return await setImmediate()
  passed = 0
  await setTimeout(1)
}

async function* piecesOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  let length = 0
  // Not destroyed on return: the refusal still has to be written to the same socket.
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += piece.byteLength
    if (length > largestUpload) throw new Refused()
    turns = turns.then(() => takeTurn(piece.byteLength))
    await turns
    yield piece
  }
}
