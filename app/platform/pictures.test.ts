import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blackPng } from '#tests/support/photos.ts'
import { openPictures, type Pictures } from './pictures.server.ts'
import { forgetUploads } from './upload-folder.server.ts'

let dataDir: string
let pictures: Pictures

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'pictures-'))
  pictures = openPictures(dataDir)
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200"><rect width="1200" height="1200" fill="#d2b375"/></svg>'

test('the same original twice is one file under one key', async () => {
  const first = await pictures.store(drawing)
  const second = await pictures.store(drawing)
  expect(second).toEqual(first)
  expect(first).toMatchObject({ width: 1200, height: 1200, placeholderColour: '#d2b375' })
  expect(await readdir(path.join(dataDir, 'pictures/originals'))).toEqual([first.key])
})

test('a picture is served in each format at the width asked for, for ever', async () => {
  const { key } = await pictures.store(drawing)
  for (const [format, width] of [
    ['avif', 240],
    ['webp', 1200],
  ] as const) {
    const answer = await pictures.serve(`/pictures/${key}-${width}.${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': `image/${format}`,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(await sharp(answer.body!).metadata()).toMatchObject({ width, height: width })
  }
})

test('twenty requests for a new file cost one render, and no half-written file is left', async () => {
  const { key } = await pictures.store(drawing)
  const bodies = await Promise.all(Array.from({ length: 20 }, () => pictures.derive(key, 480, 'webp')))
  expect(new Set(bodies).size).toBe(1)
  expect(await readdir(path.join(dataDir, 'pictures/derived', key.slice(0, 2)))).toEqual([`${key}-480.webp`])
})

test.each([
  'aaaaaaaaaaaaaaaaaaaaaaaa-480.webp',
  '../../etc/passwd',
  '..%2f..%2fsecret-480.webp',
  'KEY-481.webp',
  'KEY-480.svg',
  'KEY-480.webp.tmp',
])('a name that is not a stored picture is a 404: %s', async (name) => {
  const { key } = await pictures.store(drawing)
  expect((await pictures.serve(`/pictures/${name.replace('KEY', key)}`)).status).toBe(404)
})

test('warmed pictures are ready before anybody asks', async () => {
  const { key } = await pictures.store(drawing)
  await pictures.warm([key])
  expect(await readdir(path.join(dataDir, 'pictures/derived', key.slice(0, 2)))).toHaveLength(2)
})

test('an upload loses EXIF and GPS and is turned upright', async () => {
  const photo = await sharp({ create: { width: 60, height: 30, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Copyright: 'someone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 16/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const result = await pictures.accept(new Blob([photo]))
  expect(result).toMatchObject({ ok: true, value: { width: 30, height: 60 } })
  const served = result.ok ? await pictures.derive(result.value.key, 240, 'webp') : null
  const metadata = await sharp(served!).metadata()
  expect(metadata.exif).toBeUndefined()
  expect(metadata.orientation).toBeUndefined()
})

test('what is not a photograph is refused by its content, whatever its name', async () => {
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  const impostors = {
    svgWithScript: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    plainSvg: drawing,
    html: '<!doctype html><title>photo.jpg</title>',
    phpInJpeg: Buffer.concat([jpeg, Buffer.from('<?php system($_GET["c"]); ?>')]),
    gifWithScript: 'GIF89a/*\u0001\u0001*/=1;alert(1)//',
    headOfJpeg: jpeg.subarray(0, 40),
    nothing: '',
  }
  for (const [name, content] of Object.entries(impostors)) {
    expect(await pictures.accept(new Blob([content])), name).toEqual({ ok: false, code: 'not-a-picture' })
  }
})

test('a pixel flood of 20,000 x 20,000 is refused by its header, whatever follows it (T63)', async () => {
  const flood = blackPng(20_000, 20_000)
  const from = performance.now()
  const refused = await pictures.accept(new Blob([flood]))
  console.log(`pixel flood: ${flood.length} bytes refused in ${(performance.now() - from).toFixed(0)} ms`)
  expect(refused).toEqual({ ok: false, code: 'too-many-pixels' })
  const start = flood.subarray(0, 64)
  expect(await pictures.accept(new Blob([start])), 'not a pixel is asked for').toEqual(refused)
  expect(await pictures.accept(new Blob([blackPng(20, 20)])), 'a small one is a picture').toMatchObject({
    ok: true,
  })
})

test('more than 15 MB is refused unread', async () => {
  expect(await pictures.accept(new Blob([new Uint8Array(16 * 1024 * 1024)]))).toEqual({
    ok: false,
    code: 'too-large',
  })
})

test('nothing of an upload is left beside what was kept of it, and what a process that died left is cleared', async () => {
  const folder = path.join(dataDir, 'uploads')
  await pictures.accept(new Blob([blackPng(20, 20)]))
  await pictures.accept(new Blob(['<?php']))
  expect(await readdir(folder)).toEqual([])
  await writeFile(path.join(folder, 'left'), 'half a photo')
  await forgetUploads(dataDir, new Date(Date.now() - 60_000))
  expect(await readdir(folder)).toEqual(['left'])
  await forgetUploads(dataDir, new Date(Date.now() + 60_000))
  expect(await readdir(folder)).toEqual([])
})

test('a 12-megapixel phone photo becomes a picture for lists', async () => {
  const noise = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer()
  const kept = await pictures.accept(new Blob([noise]))
  if (!kept.ok) throw new Error(kept.code)
  const derived = await pictures.derive(kept.value.key, 480, 'webp')
  expect(await sharp(derived ?? undefined).metadata()).toMatchObject({ width: 480, format: 'webp' })
})
