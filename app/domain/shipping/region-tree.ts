/** The shape of regions.json, code and name at each level: 省, 市, 区县. */
type District = readonly [code: string, name: string]
export type City = readonly [code: string, name: string, districts: ReadonlyArray<District>]
export type Province = readonly [code: string, name: string, cities: ReadonlyArray<City>]

/** What the selects of an address offer: the provinces, and the cities of the one that is chosen. */
export type RegionChoices = {
  provinces: ReadonlyArray<{ code: string; name: string }>
  provinceCode: string
  cities: ReadonlyArray<City>
}
