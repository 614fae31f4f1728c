import { expect, test } from 'vitest'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { useDatabase } from '#tests/support/database.ts'
import { formOf } from '#tests/support/forms.ts'
import { check, csvOf, importServices, jobOf, soundLine } from '#tests/support/imports.ts'
import { createShop } from '#tests/support/listings.ts'
import { actOnImport } from './act-on-import.server.ts'
import { runImports } from './run-imports.server.ts'

const services = await importServices(await useDatabase())
const { db } = services

/** A file whose headings only its own office understands. */
async function foreignFile(): Promise<File> {
  const text = await csvOf([soundLine('M-1'), soundLine('M-2', { title: '绿豆' })]).text()
  return new File([text.replace('货号', '甲').replace('商品名称', '乙')], '内部.csv')
}

/** The columns' form as the page sends it: a select for each heading, and a name where it is to be kept. */
async function sendColumns(
  scope: EnterpriseScope,
  id: string,
  changes: Readonly<Record<string, string>>,
  name = '',
) {
  const { columns } = await jobOf(services, scope, id)
  const form = formOf({ intent: 'map', name })
  for (const [index, heading] of columns.headings.entries())
    form.set(`column.${index}`, changes[heading] ?? columns.mapping[heading] ?? '')
  return await actOnImport(services, scope, id, form)
}

const meaning = { 甲: 'variant.sku', 乙: 'title' }

test('columns that nobody could guess are asked for, kept under a name, and known the next time', async () => {
  const { owner } = await createShop(services)
  const first = await check(services, owner, await foreignFile())
  expect(await jobOf(services, owner, first)).toMatchObject({ status: 'failed', failure: 'column-needed' })
  expect(await sendColumns(owner, first, {}), 'still without its number').toMatchObject({
    code: 'column-needed',
  })
  const twice = await sendColumns(owner, first, { ...meaning, 规格: 'title' }, '内部表格')
  expect(twice).toMatchObject({ code: 'column-twice' })
  expect(await db.importMapping.count(), 'what cannot be read is not kept').toBe(0)

  expect(await sendColumns(owner, first, meaning, ' 内部表格 ')).toMatchObject({ ok: true })
  await runImports(services)
  expect(await jobOf(services, owner, first)).toMatchObject({ status: 'checked', totalRows: 2 })
  const second = await check(services, owner, await foreignFile())
  expect(await jobOf(services, owner, second)).toMatchObject({
    status: 'checked',
    columns: { mapping: expect.objectContaining(meaning) },
  })
})

test('a name that is used again takes the later columns; without a name none are kept', async () => {
  const { owner } = await createShop(services)
  const id = await check(services, owner, await foreignFile())
  await sendColumns(owner, id, { ...meaning, 乙: 'subtitle' }, '内部表格')
  await runImports(services)
  await sendColumns(owner, id, meaning, '内部表格')
  await runImports(services)
  await sendColumns(owner, id, meaning)
  const kept = await db.importMapping.findMany({ where: { enterpriseId: owner.enterpriseId } })
  expect(kept).toMatchObject([{ name: '内部表格', columns: meaning }])
})

test('what one enterprise keeps is not proposed to another (T70)', async () => {
  const [{ owner }, { owner: other }] = [await createShop(services), await createShop(services)]
  const id = await check(services, owner, await foreignFile())
  await sendColumns(owner, id, meaning, '内部表格')
  const theirs = await check(services, other, await foreignFile())
  expect(await jobOf(services, other, theirs)).toMatchObject({ status: 'failed', failure: 'column-needed' })
  expect(await actOnImport(services, owner, theirs, formOf({ intent: 'map' }))).toMatchObject({
    code: 'not-found',
  })
})
