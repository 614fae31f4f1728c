import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { readableCode } from '#app/kernel/ids.ts'
import type { Desk } from './desk.ts'
import { expect } from './journey.ts'

/** Goods that no shop has yet. */
export function newTitle(): string {
  return `沙里河黄金苗小米 ${readableCode(5)} 新米`
}

/** As a phone takes it, under a name that no server should believe. */
export async function photo(background: string) {
  const buffer = await sharp({ create: { width: 1_600, height: 1_200, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return { name: '../../etc/photo.php', mimeType: 'image/jpeg', buffer }
}

/** The new listing's first page, up to the editor. */
export async function beginListing({ page, t, visit }: Desk, home: string, title: string): Promise<void> {
  const words = t.listings
  await visit(`${home}/listings`)
  await page.getByRole('link', { name: words.new }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: words.newTitle })).toBeVisible()
  await page.getByLabel(words.fields.title, { exact: true }).fill(title)
  await page.getByLabel(words.fields.subcategoryCode, { exact: true }).selectOption('grain/grain-millet')
  await page.getByRole('button', { name: words.create }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

export async function fillTexts({ page, t }: Desk): Promise<void> {
  const { variant, fields } = t.listings
  const { labels } = t.catalog.product
  const field = (name: string) => page.getByLabel(name, { exact: true })
  await field(fields.description).fill('旱坡地上一年一季，慢慢熬出米油来。')
  await field(variant.label).fill('500g 袋装')
  await field(variant.priceFen).fill('19.9')
  await field(variant.initialStock).fill('40')
  await field(variant.netGrams).fill('500')
  for (const [name, text] of [
    [labels.foodName, '小米'],
    [labels.ingredients, '小米'],
    [labels.netContent, '500g'],
    [labels.storage, '阴凉干燥处'],
    [labels.foodLicence, 'SC10115043000012'],
    [labels.standard, 'GB/T 11766'],
  ] as const)
    await field(name).fill(text)
}

export const chooser = (page: Page) => page.locator('input[type=file][multiple]')
