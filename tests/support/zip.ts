import { crc32, deflateRawSync } from 'node:zlib'

type ZipFile = { name: string | Buffer; content: Buffer; claimedSize?: number }

/** An archive as programs write them, or as attackers do: `claimedSize` lies about what a file unpacks to. */
export function zipOf(files: ReadonlyArray<ZipFile>): Buffer {
  const locals: Array<Buffer> = []
  const directory: Array<Buffer> = []
  let offset = 0
  for (const { name, content, claimedSize } of files) {
    const bytes = typeof name === 'string' ? Buffer.from(name) : name
    const packed = deflateRawSync(content, { level: 1 })
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimedSize ?? content.length, 18)
    fields.writeUInt16LE(bytes.length, 22)
    locals.push(Buffer.from('PK\x03\x04'), fields, bytes, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), fields, place, bytes)
    offset += 30 + bytes.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06'), end])
}
