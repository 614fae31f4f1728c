import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { unzip } from './sheets/unzip.server.ts'
import { streamZip, type ZipEntry } from './zip-stream.server.ts'

const limits = { files: 1_000, bytes: 10 * 1024 * 1024 }

async function* each(entries: Iterable<ZipEntry>): AsyncIterable<ZipEntry> {
  yield* entries
}

test('what is put in comes out, whatever its name and size, with the sum that programs check', async () => {
  const entries = [
    { name: 'data.json', content: Buffer.from('{}\n') },
    { name: 'photos/空.webp', content: Buffer.alloc(0) },
    { name: 'photos/照片 1.webp', content: randomBytes(300_000) },
  ]
  const bytes = await buffer(streamZip(each(entries)))
  const found: Array<ZipEntry> = []
  expect(await unzip(bytes, limits, (name, content) => void found.push({ name, content }))).toMatchObject({
    ok: true,
  })
  expect(found).toEqual(entries)
  const listed = []
  for await (const entry of (await fromBufferPromise(bytes)).eachEntry()) listed.push(entry.crc32)
  expect(listed).toEqual(entries.map(({ content }) => crc32(content)))
  expect(await unzip(await buffer(streamZip(each([]))), limits, () => undefined)).toMatchObject({ ok: true })
})

test('a file is asked for when those before it are taken, so that one is in memory', async () => {
  let asked = 0
  async function* thousand(): AsyncIterable<ZipEntry> {
    for (; asked < 1_000; asked += 1) yield { name: `${asked}.webp`, content: Buffer.alloc(100_000) }
  }
  const taken: Array<number> = []
  for await (const part of streamZip(thousand())) {
    taken.push(part.length)
    if (taken.length === 10) break
  }
  expect(asked).toBeLessThan(10)
})
