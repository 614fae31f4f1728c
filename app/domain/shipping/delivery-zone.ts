import type { Storage } from './parcels.ts'

/** What an address costs on top of the enterprise's own fee, or why it is not served. */
export type DeliveryZone = 'near' | 'remote' | 'outside'
export type NotServedReason = 'cold-chain-too-far' | 'outside-mainland'

/**
 * Customary zones of Chinese fresh-food retail (domain report, section 7). Everything ships from Chifeng;
 * Beijing and the rest of the mainland pay the enterprise's fee.
 */
const remoteProvinces = new Set([
  '65', // 新疆
  '54', // 西藏
  '63', // 青海
  '62', // 甘肃
  '64', // 宁夏
  '46', // 海南: by ship
])
/** 内蒙古西部: 乌海, 巴彦淖尔, 阿拉善 are farther from Chifeng by road than Shanghai. */
const remoteCities = new Set(['1503', '1508', '1529'])
/** 台湾, 香港, 澳门: customs and food import rules, not a matter of the fee. */
const outside = new Set(['71', '81', '82'])

/** Ambient parcels to remote regions, in fen; free shipping does not reach there. */
export const remoteSurchargeFen = 1500

export function zoneOf(districtCode: string): DeliveryZone {
  if (outside.has(districtCode.slice(0, 2))) return 'outside'
  const isRemote = remoteProvinces.has(districtCode.slice(0, 2)) || remoteCities.has(districtCode.slice(0, 4))
  return isRemote ? 'remote' : 'near'
}

/** Null when the zone is served. Chilled and frozen goods must arrive within two days. */
export function whyNotServed(zone: DeliveryZone, storage: Storage): NotServedReason | null {
  if (zone === 'outside') return 'outside-mainland'
  return zone === 'remote' && storage !== 'ambient' ? 'cold-chain-too-far' : null
}

/** The Beijing district of an address, for the ledger; null elsewhere. */
export function beijingDistrictOf(districtCode: string): string | null {
  return districtCode.startsWith('11') ? districtCode : null
}
