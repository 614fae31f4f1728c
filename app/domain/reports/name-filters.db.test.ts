import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { readEntryFilter } from './entry-filter.ts'
import { nameFilters } from './name-filters.server.ts'

const { pool } = await useDatabase({ seeded: true })

test('what a figure led here by is called by its name, in the language of the page', async () => {
  const query = new URLSearchParams({ division: '150430', district: '110108', product: 'nowhere' })
  const filter = readEntryFilter(query, { divisionCode: null })
  expect(await nameFilters({ pool }, 'zh', filter)).toEqual({ division: '敖汉旗', district: '海淀区' })
  expect(await nameFilters({ pool }, 'en', filter)).toEqual({ division: 'Aohan Banner', district: 'Haidian' })
})
