import { expect, test } from 'vitest'
import { after, minute } from '#app/kernel/clock.ts'
import type { Page } from '#app/kernel/paging.ts'
import { useDatabase } from '#tests/support/database.ts'
import { importServices } from '#tests/support/imports.ts'
import { createShop } from '#tests/support/listings.ts'
import { type ImportItem, listImports } from './import-views.server.ts'

const services = await importServices(await useDatabase())

test('however many files were sent, two of them at once, each is on one page of the list, the latest first', async () => {
  const [{ owner }, { owner: stranger }] = [await createShop(services), await createShop(services)]
  const now = new Date('2026-11-24T02:00:00Z')
  const sent = (owns: typeof owner, count: number) =>
    services.db.importJob.createMany({
      data: Array.from({ length: count }, (_, index) => ({
        ...{
          enterpriseId: owns.enterpriseId,
          staffId: owns.staff.staffId,
          fileKey: 'none',
          status: 'checked',
        },
        ...{ fileName: `${index}.xlsx`, columns: {}, createdAt: after(now, Math.floor(index / 2) * minute) },
      })),
    })
  await sent(owner, 45)
  await sent(stranger, 1)
  const found: Array<ImportItem> = []
  const sizes: Array<number> = []
  for (let cursor: string | null = null; ; ) {
    const page: Page<ImportItem> = await listImports(services, owner, cursor)
    found.push(...page.items)
    sizes.push(page.items.length)
    cursor = page.next
    if (cursor === null) break
  }
  expect(sizes).toEqual([20, 20, 5])
  expect(new Set(found.map(({ id }) => id)).size).toBe(45)
  const times = found.map(({ createdAt }) => createdAt.getTime())
  expect(times).toEqual(times.toSorted((one, other) => other - one))
})
