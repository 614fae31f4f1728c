import { findRegion, type Region } from '#app/domain/shipping/regions.server.ts'

/** @throws Error for a district that does not exist. */
export function regionOf(districtCode: string): Region {
  const region = findRegion(districtCode)
  if (!region) throw new Error(`no region ${districtCode}`)
  return region
}
