import { findRegion, listCities, listProvinces } from '#app/domain/shipping/regions.server.ts'
import type { RegionChoices } from './ui/address-fields.tsx'

/** Most of the shop's goods go to Beijing: its districts are open to choose without another step. */
const usualProvince = '11'

/** What the selects of an address offer, for the province that was picked or that the district lies in. */
export function regionChoices(values: { provinceCode?: string; districtCode?: string }): RegionChoices {
  const wanted = values.provinceCode ?? findRegion(values.districtCode ?? '')?.provinceCode ?? usualProvince
  const provinceCode = listCities(wanted).length > 0 ? wanted : usualProvince
  return { provinces: listProvinces(), provinceCode, cities: listCities(provinceCode) }
}
