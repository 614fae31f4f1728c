import type { Province, RegionChoices } from './region-tree.ts'
import regions from './regions.json' with { type: 'json' }

export type Region = { provinceCode: string; cityCode: string; districtCode: string; name: string }

const tree = regions as unknown as ReadonlyArray<Province>
let byDistrict: ReadonlyMap<string, Region> | undefined

/** By the six digits of the district; null when there is no such district (National Bureau of Statistics, 2023). */
export function findRegion(districtCode: string): Region | null {
  byDistrict ??= new Map(allRegions().map((region) => [region.districtCode, region]))
  return byDistrict.get(districtCode) ?? null
}

/** Most of the shop's goods go to Beijing: its districts are open to choose without another step. */
const usualProvince = '11'

/** For the province that was picked, or that the district lies in. */
export function regionChoices(values: { provinceCode?: string; districtCode?: string }): RegionChoices {
  const wanted = values.provinceCode ?? findRegion(values.districtCode ?? '')?.provinceCode ?? usualProvince
  const chosen = tree.find(([code]) => code === wanted) ?? tree.find(([code]) => code === usualProvince)
  return {
    provinces: tree.map(([code, name]) => ({ code, name })),
    provinceCode: chosen?.[0] ?? usualProvince,
    cities: chosen?.[2] ?? [],
  }
}

function allRegions(): Array<Region> {
  return tree.flatMap(([provinceCode, province, cities]) =>
    cities.flatMap(([cityCode, city, districts]) =>
      districts.map(([districtCode, district]) => ({
        provinceCode,
        cityCode,
        districtCode,
        name: regionName(province, city, district),
      })),
    ),
  )
}

/** 北京市 海淀区, 内蒙古自治区 赤峰市 敖汉旗: the statistics' 市辖区 and 县 are no cities that anybody writes. */
function regionName(province: string, city: string, district: string): string {
  const isWritten = !['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'].includes(city)
  return [province, isWritten ? city : '', district].filter(Boolean).join(' ')
}
