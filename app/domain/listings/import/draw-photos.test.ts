import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removePicture } from '#app/platform/pictures/store.server.ts'
import { photoOf } from '#tests/support/imports.ts'
import { zipOf } from '#tests/support/zip.ts'
import type { PictureDraft } from '../draft.ts'
import { photoDrawer } from './draw-photos.server.ts'
import { forgetDrawn, keepDrawn, keepPhotos } from './import-files.server.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'drawn-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

/** What `a.jpg` of an import becomes. */
async function draw(jobId: string): Promise<PictureDraft> {
  await keepPhotos(dataDir, jobId, zipOf([{ name: 'a.jpg', content: await photoOf(1) }]))
  const find = await photoDrawer(
    dataDir,
    jobId,
  )([{ listing: null, rows: [{ row: 2, cells: { pictures: 'a.jpg' } }] }])
  const drawn = find('a.jpg')
  if (typeof drawn === 'string') throw new Error(drawn)
  return drawn
}

test('what an import before drew is remembered, for as long as its picture is there (T69)', async () => {
  const first = await draw('one')
  await keepDrawn(dataDir, await photoOf(1), { ...first, ground: '#123456' })
  expect((await draw('two')).ground, 'remembered').toBe('#123456')
  await removePicture(dataDir, first.key)
  expect(await draw('three'), 'drawn anew').toEqual(first)
})

test('what was drawn is forgotten with the imports of its time', async () => {
  const first = await draw('one')
  await keepDrawn(dataDir, await photoOf(1), { ...first, ground: '#123456' })
  await forgetDrawn(dataDir, new Date(Date.now() - 60_000))
  expect((await draw('two')).ground).toBe('#123456')
  await forgetDrawn(dataDir, new Date(Date.now() + 60_000))
  expect(await draw('three')).toEqual(first)
})
