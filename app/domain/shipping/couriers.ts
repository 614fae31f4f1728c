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
