import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { openPictures } from './pictures.server.ts'
import {
  findPrivatePhoto,
  keepPrivatePaper,
  keepPrivatePhoto,
  privatePaperAnswer,
  privatePhotoAnswer,
  removePrivatePhotos,
} from './private-files.server.ts'

const dataDir = await mkdtemp(path.join(tmpdir(), 'private-'))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#d9a441' } })
  .withExif({ IFD0: { Copyright: 'where it was taken' } })
  .jpeg()
  .toBuffer()

test('a private photo is drawn anew without its EXIF, under a name of its own each time (T65)', async () => {
  const [first, second] = [
    await keepPrivatePhoto(dataDir, new Blob([photo])),
    await keepPrivatePhoto(dataDir, new Blob([photo])),
  ]
  if (!first.ok || !second.ok) throw new Error('refused')
  expect(first.value.key).not.toBe(second.value.key)
  const kept = await findPrivatePhoto(dataDir, first.value.key)
  expect(await sharp(kept!).metadata()).toMatchObject({ format: 'webp', width: 40, height: 30 })
  expect((await sharp(kept!).metadata()).exif).toBeUndefined()
})

test('no public address leads to a private photo, and no name leads out of its folder (T62, T66)', async () => {
  const kept = await keepPrivatePhoto(dataDir, new Blob([photo]))
  if (!kept.ok) throw new Error(kept.code)
  const { key } = kept.value
  const pictures = openPictures(dataDir)
  for (const name of [key, key.slice(0, 24), `../private/${key.slice(0, 2)}/${key}`])
    expect((await pictures.serve(`/pictures/${name}-480.webp`)).status).toBe(404)
  for (const name of ['', '..', `../private/${key}`, key.toUpperCase(), `${key}\0`])
    expect(await findPrivatePhoto(dataDir, name)).toBeNull()
})

test('what is no picture is not kept', async () => {
  const before = await readdir(path.join(dataDir, 'private'), { recursive: true })
  expect(await keepPrivatePhoto(dataDir, new Blob(['<?php system($_GET["c"]);']))).toMatchObject({
    ok: false,
    code: 'not-a-picture',
  })
  expect(await readdir(path.join(dataDir, 'private'), { recursive: true })).toEqual(before)
})

test('a removed photo is gone, and its answer is a 404', async () => {
  const kept = await keepPrivatePhoto(dataDir, new Blob([photo]))
  if (!kept.ok) throw new Error(kept.code)
  const answer = await privatePhotoAnswer(dataDir, kept.value.key)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  await removePrivatePhotos(dataDir, [kept.value.key, '../../etc/passwd'])
  await expect(privatePhotoAnswer(dataDir, kept.value.key)).rejects.toMatchObject({ status: 404 })
})

test('a paper is a PDF by its content, and comes back byte for byte as a download (T62)', async () => {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  const kept = await keepPrivatePaper(dataDir, bytes)
  if (!kept.ok) throw new Error(kept.code)
  const answer = await privatePaperAnswer(dataDir, kept.value.key, '合同 1.pdf')
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%E5%90%88/)
  for (const other of ['', '<html>%PDF-1.7 %%EOF', '%PDF-1.7 cut short'])
    expect(await keepPrivatePaper(dataDir, Buffer.from(other))).toMatchObject({ code: 'not-a-paper' })
})
