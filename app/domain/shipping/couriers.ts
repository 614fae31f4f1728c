/** Codes of the carriers; `other` for any that has none here. */
export const couriers = ['SF', 'JD', 'EMS', 'ZTO', 'YTO', 'STO', 'YUNDA', 'JT', 'DPK', 'other'] as const
export type Courier = (typeof couriers)[number]

// What numbers of each carrier look like. Shapes drift: they suggest, and refuse nothing.
const shapes: ReadonlyArray<readonly [Courier, RegExp]> = [
  ['SF', /^SF[0-9A-Z]\d{12}$/],
  ['JD', /^JD[0-9A-Z]{2}\d{11}$/],
  ['ZTO', /^7[3-68]\d{12}$/],
  ['YTO', /^YT\d{13}$/],
  ['YUNDA', /^(?:[34]\d{14}|5\d{12})$/],
  ['STO', /^(?:77|43)\d{12,15}$/],
  ['JT', /^JT\d{13}$/],
  ['EMS', /^(?:[981]\d{12}|P[A-Z]\d{11}|[A-Z]{2}\d{9}CN)$/],
  ['DPK', /^DPK\d{12}$/],
]

/** As carriers print it: however it was copied, without spaces and dashes, in capitals. */
export function normaliseTrackingNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase()
}

/** Of a normalised number. */
export const trackingNumberShape = /^[A-Z0-9]{6,30}$/

/** The carrier whose numbers look like this; null when none or several do. */
export function suggestCourier(trackingNumber: string): Courier | null {
  const number = normaliseTrackingNumber(trackingNumber)
  const matching = shapes.filter(([, shape]) => shape.test(number))
  return matching.length === 1 ? (matching[0]?.[0] ?? null) : null
}

/** What each is called, however long its name is written. */
const names: ReadonlyArray<readonly [RegExp, Courier]> = [
  [/顺丰|^SF/i, 'SF'],
  [/京东|^JD/i, 'JD'],
  [/邮政|^EMS/i, 'EMS'],
  [/中通|^ZTO/i, 'ZTO'],
  [/圆通|^YTO/i, 'YTO'],
  [/申通|^STO/i, 'STO'],
  [/韵达|^YUNDA/i, 'YUNDA'],
  [/极兔|^J&?T/i, 'JT'],
  [/德邦|^DPK|deppon/i, 'DPK'],
]

/** The carrier of that name; null when it is none of these. */
export function courierNamed(name: string): Courier | null {
  return names.find(([known]) => known.test(name.trim()))?.[1] ?? null
}
