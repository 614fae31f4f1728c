import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { decodeAs } from './decode-text.ts'

export type ZipLimits = {
  files: number
  /** Of all files together, unpacked. */
  bytes: number
}
/** Sheets and photos unpack to less than a hundred times their size; what is small may be as dense as it likes. */
const dense = { times: 100, from: 1024 * 1024 }

export type ZipRefusal = Failure<'not-a-zip' | 'too-many-files' | 'too-large-inside' | 'unsafe-name'>
type Named = { name: string; entry: Entry }

/**
 * Unpacks an archive in memory, file by file. Number, sizes and names are judged by its directory, before a byte is
 * unpacked; a file that turns out larger than the directory says ends it (T64). Archives within it are files like others.
 */
export async function unzip(
  bytes: Uint8Array,
  limits: ZipLimits,
  visit: (name: string, content: Buffer) => Promise<void> | void,
): Promise<Result<null, ZipRefusal>> {
  try {
    // Names are decoded here: Windows in Chinese writes them in its own encoding, without saying so.
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      decodeStrings: false,
    })
    if (zip.entryCount > limits.files) return failure('too-many-files')
    const listed = await listFiles(zip, limits)
    if (!listed.ok) return listed
    for (const { name, entry } of listed.value)
      await visit(name, await buffer(await zip.openReadStreamPromise(entry)))
    return success(null)
  } catch {
    return failure('not-a-zip')
  }
}

async function listFiles(zip: ZipFile, limits: ZipLimits): Promise<Result<Array<Named>, ZipRefusal>> {
  const files: Array<Named> = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    if (validateFileName(name) !== null || name.includes('\0')) return failure('unsafe-name')
    total += entry.uncompressedSize
    if (total > limits.bytes || isTooDense(entry)) return failure('too-large-inside')
    if (!name.endsWith('/')) files.push({ name, entry })
  }
  return success(files)
}

function isTooDense({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > dense.from && uncompressedSize > compressedSize * dense.times
}

function nameOf({ fileNameRaw }: Entry): string {
  const name = decodeAs('utf-8', fileNameRaw) ?? decodeAs('gb18030', fileNameRaw) ?? ''
  return name.replaceAll('\\', '/')
}
