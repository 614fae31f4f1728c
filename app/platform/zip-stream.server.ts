import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'

export type ZipEntry = { name: string; content: Uint8Array }

/**
 * An archive that is sent while it is made: of its files one is in memory, asked for when the one before is taken. They
 * are stored as they are, since photos are packed already. Beyond the 4 GB and 65,535 files that the format counts the
 * stream ends with an error.
 */
export function streamZip(entries: AsyncIterable<ZipEntry>): Readable {
  return Readable.from(archive(entries), { objectMode: false, highWaterMark: 1 })
}

async function* archive(entries: AsyncIterable<ZipEntry>): AsyncIterable<Uint8Array> {
  const directory: Array<Buffer> = []
  let offset = 0
  for await (const { name, content } of entries) {
    const bytes = Buffer.from(name)
    const fields = fieldsOf(bytes, content)
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), fields, bytes])
    directory.push(listing(fields, bytes, offset))
    yield head
    yield content
    offset += head.length + content.length
  }
  yield Buffer.concat([...directory, end(directory, offset)])
}

const version = 20
const namesAreUtf8 = 0x0800
/** 1980-01-01, the first that the format knows: when a file was made is nobody's question. */
const noDate = 0x21

/** What a file's own head and its line in the directory have in common. */
function fieldsOf(name: Buffer, content: Uint8Array): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(namesAreUtf8, 2)
  fields.writeUInt16LE(noDate, 8)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(content.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function listing(fields: Buffer, name: Buffer, offset: number): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from(`PK\x01\x02${String.fromCharCode(version)}\0`), fields, place, name])
}

function end(directory: ReadonlyArray<Buffer>, offset: number): Buffer {
  const size = directory.reduce((sum, line) => sum + line.length, 0)
  const fields = Buffer.alloc(18)
  fields.writeUInt16LE(directory.length, 4)
  fields.writeUInt16LE(directory.length, 6)
  fields.writeUInt32LE(size, 8)
  fields.writeUInt32LE(offset, 12)
  return Buffer.concat([Buffer.from('PK\x05\x06'), fields])
}
