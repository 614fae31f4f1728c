import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { readEntryFilter } from './entry-filter.ts'
import { nameFilters } from './name-filters.server.ts'

const { db, pool } = await useDatabase({ seeded: true })
const city = { divisionCode: null }

test('what a figure led here by is called by its name, in the language of the page', async () => {
  const query = new URLSearchParams({ division: '150430', district: '110108', product: 'nowhere' })
  const filter = readEntryFilter(query, city)
  expect(await nameFilters({ pool }, 'zh', filter, city)).toEqual({ division: '敖汉旗', district: '海淀区' })
  expect(await nameFilters({ pool }, 'en', filter, city)).toEqual({
    division: 'Aohan Banner',
    district: 'Haidian',
  })
})

test('who works for one division learns no name of another’s enterprise', async () => {
  const { slug, name } = await db.enterprise.findFirstOrThrow({ where: { divisionCode: '150430' } })
  const of = async (scope: { divisionCode: string | null }) => {
    const filter = readEntryFilter(new URLSearchParams({ enterprise: slug }), scope)
    return (await nameFilters({ pool }, 'zh', filter, scope)).enterprise
  }
  expect(await of(city)).toBe(name)
  expect(await of({ divisionCode: '150430' })).toBe(name)
  expect(await of({ divisionCode: '150426' })).toBeUndefined()
})
