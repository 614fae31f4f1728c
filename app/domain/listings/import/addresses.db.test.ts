import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { draftForm, soundDraft } from '#tests/support/drafts.ts'
import {
  begin,
  check,
  csvOf,
  faultsOf,
  importServices,
  jobOf,
  type Line,
  photoOf,
  soundLine,
  workbookOf,
} from '#tests/support/imports.ts'
import { createShop } from '#tests/support/listings.ts'
import { watchOutgoing } from '#tests/support/outgoing.ts'
import { zipOf } from '#tests/support/zip.ts'
import { editListing } from '../edit-listing.server.ts'
import { keepPhotos } from '../keep-photos.server.ts'
import { columns } from './columns.ts'
import { runImports } from './run-imports.server.ts'

const database = await useDatabase()
const services = await importServices(database)

/** What a cell may say to a machine that would follow it (T59). */
const addresses = (own: string) => [
  `${own}/photo.jpg`,
  'http://169.254.169.254/latest/meta-data/photo.jpg',
  'http://[::ffff:169.254.169.254]/photo.jpg',
  'file:///etc/passwd',
  `=HYPERLINK("${own}/photo.jpg")`,
  `=WEBSERVICE("${own}/photo.jpg")`,
]

test('no cell makes the shop ask for the address that it holds (T59)', async () => {
  const { owner } = await createShop(services)
  await using outgoing = await watchOutgoing()
  const everywhere = addresses(outgoing.url).map(
    (address): Line => Object.fromEntries(columns.map(({ key }) => [key, address])),
  )
  for (const file of [csvOf(everywhere), await workbookOf(everywhere)]) {
    const id = await check(services, owner, file)
    expect(await jobOf(services, owner, id)).toMatchObject({ status: 'checked', totalRows: 6, faultyRows: 6 })
  }
  expect(outgoing.count()).toBe(0)
})

test('a product whose texts and photos are addresses is imported without a look at them (T59)', async () => {
  const { owner } = await createShop(services)
  await using outgoing = await watchOutgoing()
  const texts = ['subtitle', 'description', 'label.ingredients', 'label.storage', 'label.standard']
  const lines = addresses(outgoing.url).map((address, index) =>
    soundLine(`U-${index}`, {
      ...Object.fromEntries(texts.map((key) => [key, address])),
      title: `小米 ${index}`,
      pictures: address,
    }),
  )
  const photo = { name: 'photo.jpg', content: await photoOf(1) }
  const drawing = { name: 'drawing.svg', content: Buffer.from(drawingOf(outgoing.url)) }
  const zip = new File([new Uint8Array(zipOf([photo, drawing]))], 'photos.zip')
  const id = await check(services, owner, csvOf(lines), zip)
  await begin(services, owner, id)
  await runImports(services)
  // Of an address only the last part is a file's name: whoever sends that file gets its photo.
  const job = await jobOf(services, owner, id)
  expect(
    { status: job.status, created: job.createdRows },
    JSON.stringify(await faultsOf(services, id)),
  ).toEqual({ status: 'done', created: 3 })
  expect(outgoing.count()).toBe(0)
})

test('a form of the editor whose every field is an address is read without a look at them (T59)', async () => {
  const { owner, listing } = await createShop(services)
  await using outgoing = await watchOutgoing()
  for (const address of addresses(outgoing.url)) {
    const form = draftForm(soundDraft())
    for (const name of [...form.keys()]) form.set(name, address)
    form.set('intent', 'upload')
    form.set('version', '1')
    await editListing(services, owner, listing, form)
  }
  expect(outgoing.count()).toBe(0)
})

test('a form that names addresses instead of photos, or draws one that names them, fetches nothing (T59)', async () => {
  await using outgoing = await watchOutgoing()
  for (const address of addresses(outgoing.url)) {
    const form = new FormData()
    form.append('photos', address)
    form.append('pictures', address)
    expect((await keepPhotos(services.env.DATA_DIR, form, 9)).pictures).toEqual([])
    form.append('photos', new File([drawingOf(address)], 'photo.jpg'))
    expect(await keepPhotos(services.env.DATA_DIR, form, 9)).toMatchObject({ failure: 'not-a-picture' })
  }
  expect(outgoing.count()).toBe(0)
  expect(await (await fetch(outgoing.url)).text(), 'it would have been seen').toContain('secret')
  expect(outgoing.count()).toBe(1)
})

function drawingOf(address: string): string {
  const image = `<image href="${address.replaceAll('"', '&quot;')}" width="9" height="9"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${image}</svg>`
}
