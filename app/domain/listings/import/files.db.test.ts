import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { mostRows } from '#app/platform/sheets/read-sheet.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { importServices, photoOf } from '#tests/support/imports.ts'
import { createShop } from '#tests/support/listings.ts'
import { zipOf } from '#tests/support/zip.ts'
import { makeFile } from './files.server.ts'
import { keepPhotos, listPhotos, photoName } from './import-files.server.ts'

const services = await importServices(await useDatabase())
const { env, pool } = services

test('all products come as a workbook; of more than one import takes, as a text that is sent while it is made (T71)', async () => {
  const { owner, listing } = await createShop(services)
  const workbook = await makeFile(services, owner, 'products.xlsx', 'zh')
  expect([workbook?.name, workbook?.content instanceof Readable]).toEqual(['products.xlsx', false])
  await pool.query(
    `INSERT INTO listing SELECT made.*
     FROM listing l, generate_series(1, $1::int) n, jsonb_populate_record(l, jsonb_build_object('id', md5('many' || n),
       'product_id', NULL, 'draft', jsonb_build_object('variants', jsonb_build_array(jsonb_build_object('sku', 'N-' || n))))) made
     WHERE l.id = $2`,
    [mostRows, listing],
  )
  const table = await makeFile(services, owner, 'products.xlsx', 'zh')
  expect(table?.name).toBe('products.csv')
  const content = table?.content as Readable
  const lines = (await text(content)).split('\r\n')
  expect(new Set(lines).size, 'each once, below the headings').toBe(mostRows + 2)
  expect(await makeFile(services, owner, '../secret.xlsx', 'zh')).toBeNull()
})

test('of an archive only photos are kept: none within another archive, and no program (T64)', async () => {
  const photo = { name: 'a.jpg', content: await photoOf(1) }
  const nested = { name: 'b.jpg', content: zipOf([{ name: 'c.jpg', content: await photoOf(2) }]) }
  const program = { name: 'd.jpg', content: Buffer.from('<?php system($_GET["c"]);') }
  expect(await keepPhotos(env.DATA_DIR, 'job', zipOf([photo, nested, program]))).toMatchObject({ ok: true })
  expect([...(await listPhotos(env.DATA_DIR, 'job'))]).toEqual([photoName('a.jpg')])
})
