import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { keepPhotos } from './keep-photos.server.ts'

const folder = await mkdtemp(join(tmpdir(), 'photos-'))
afterAll(() => rm(folder, { recursive: true }))

async function photo(background: string, name = 'photo.jpg'): Promise<File> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], name)
}

function formOf(...files: Array<File>): FormData {
  const form = new FormData()
  for (const file of files) form.append('photos', file)
  return form
}

test('a photo is kept under a name of its content, whatever it is called (T66)', async () => {
  const names = ['../../etc/passwd', `${'长'.repeat(255)}.jpg`, '‮gpj.exe', '🌾\0.php']
  const kept = await keepPhotos(
    folder,
    formOf(...(await Promise.all(names.map((name) => photo('#d9a441', name))))),
    9,
  )
  expect(kept.failure).toBeUndefined()
  expect(new Set(kept.pictures.map(({ key }) => key)).size).toBe(1)
  expect(kept.pictures[0]?.key).toMatch(/^[0-9a-f]{24}$/)
})

test('those before one that is no photo are kept, and it is said (T62)', async () => {
  const script = new File(
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    'x.jpg',
  )
  const kept = await keepPhotos(folder, formOf(await photo('#5f7f4e'), script, await photo('#b3362a')), 9)
  expect([kept.pictures.length, kept.failure]).toEqual([1, 'not-a-picture'])
})

test('no more are kept than there is room for, and a field left empty is none', async () => {
  const two = formOf(await photo('#2a2420'), await photo('#6e9c8c'))
  expect(await keepPhotos(folder, two, 1)).toMatchObject({ pictures: [{}], failure: 'too-many-pictures' })
  expect(await keepPhotos(folder, formOf(new File([], '')), 9)).toEqual({ pictures: [], failure: undefined })
})
