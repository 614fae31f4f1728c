import type { Locale } from '#app/kernel/locale.ts'
import { getPlaces } from './places.server.ts'
import { divisionName } from './places.ts'
import type { Reading } from './reading.server.ts'

export type DivisionName = { code: string; name: string }

/** The twelve, for a choice among them. */
export async function listDivisionNames(
  reading: Pick<Reading, 'memo' | 'pool'>,
  locale: Locale,
): Promise<Array<DivisionName>> {
  const { divisions } = await getPlaces(reading)
  return divisions.map((division) => ({ code: division.code, name: divisionName(division, locale) }))
}
