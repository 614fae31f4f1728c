import { addFen, type Fen, fen, zeroFen } from '#app/kernel/money.ts'
import { type DeliveryZone, type NotServedReason, remoteSurchargeFen, whyNotServed } from './delivery-zone.ts'

export type Storage = 'ambient' | 'chilled' | 'frozen'
/** The order in which parcels are shown. */
export const storages: ReadonlyArray<Storage> = ['ambient', 'chilled', 'frozen']

/** What an enterprise charges for a parcel; `freeFromFen` null means never free. */
export type ShippingTerms = { fees: Readonly<Record<Storage, Fen>>; freeFromFen: Fen | null }

export type ParcelLine = { enterpriseId: number; storage: Storage; amountFen: Fen; terms: ShippingTerms }

export type ParcelQuote<Line> = {
  enterpriseId: number
  storage: Storage
  lines: Array<Line>
  itemsFen: Fen
  shippingFen: Fen
  /** 包邮: goods worth this much travel free; null where nothing does. */
  freeFromFen: Fen | null
  /** What is still missing to it; null when it is reached or there is none. */
  missingForFreeFen: Fen | null
  notServed: NotServedReason | null
}

/** One parcel per enterprise and storage: 常温 and 冷冻 cannot share a box, nor can two sellers. */
export function packParcels<Line extends ParcelLine>(
  lines: ReadonlyArray<Line>,
  zone: DeliveryZone,
): Array<ParcelQuote<Line>> {
  const groups = new Map<string, [Line, ...Array<Line>]>()
  for (const line of lines) {
    const key = `${line.enterpriseId}:${line.storage}`
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  return [...groups.values()].map((group) => quoteParcel(group, zone))
}

function quoteParcel<Line extends ParcelLine>(
  lines: [Line, ...Array<Line>],
  zone: DeliveryZone,
): ParcelQuote<Line> {
  const { enterpriseId, storage, terms } = lines[0]
  const itemsFen = addFen(...lines.map((line) => line.amountFen))
  const freeFromFen = zone === 'near' ? terms.freeFromFen : null
  const isFree = freeFromFen !== null && itemsFen >= freeFromFen
  const surcharge = zone === 'near' ? zeroFen : fen(remoteSurchargeFen)
  return {
    enterpriseId,
    storage,
    lines,
    itemsFen,
    shippingFen: isFree ? zeroFen : addFen(terms.fees[storage], surcharge),
    freeFromFen,
    missingForFreeFen: freeFromFen === null || isFree ? null : fen(freeFromFen - itemsFen),
    notServed: whyNotServed(zone, storage),
  }
}
