import { type Channel, channels } from '#app/domain/sales/sale-entry.ts'
import { threeFigures } from '#app/domain/sales/three-figures.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { InternalSnapshot } from './snapshot.ts'

type Named = { name: string; nameEn: string }

/** A row of the ledger as a rehearsal shows it. */
export type PastEntry = {
  id: string
  occurredAt: Date
  channel: Channel
  kind: string
  amountFen: number
  isVerified: boolean
  isShipping: boolean
  divisionCode: string
  enterprise: Named & { slug: string }
  product: (Named & { slug: string }) | null
  category: (Named & { code: string }) | null
  district: (Named & { code: string }) | null
  isPaired: boolean
}

const fastest = 1_000

/** `?rehearsal=100`: from one to a thousand times as fast; null for anything else. */
export function readRehearsalSpeed(text: string | null): number | null {
  const speed = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0
  return speed >= 1 && speed <= fastest ? speed : null
}

/** The figures as they stand before the first entry: what a rehearsal begins with. */
export function emptied(snapshot: InternalSnapshot): InternalSnapshot {
  const none = { salesFen: 0, signedFen: 0, totalFen: 0 }
  const nothing = <Row extends { amountFen: number }>(rows: ReadonlyArray<Row>) =>
    rows.map((row) => ({ ...row, amountFen: 0 }))
  return {
    ...snapshot,
    isRehearsal: true,
    figures: none,
    verified: none,
    channels: nothing(snapshot.channels),
    divisions: nothing(snapshot.divisions),
    enterprises: [],
    products: [],
    categories: [],
    districts: [],
    flows: [],
    hours: { ...snapshot.hours, amountFen: Array.from({ length: 24 }, () => 0) },
    lastSales: [],
  }
}

type Sum<What> = { what: What; amountFen: number }

/** Sums in memory, which nobody else ever sees: nothing of a rehearsal is written. */
export class Tally {
  readonly #empty: InternalSnapshot
  readonly #channels = new Map<string, Sum<PastEntry>>()
  readonly #verified = new Map<string, Sum<PastEntry>>()
  readonly #divisions = new Map<string, Sum<PastEntry>>()
  readonly #enterprises = new Map<string, Sum<PastEntry>>()
  readonly #products = new Map<string, Sum<PastEntry>>()
  readonly #categories = new Map<string, Sum<PastEntry>>()
  readonly #districts = new Map<string, Sum<PastEntry>>()
  readonly #flows = new Map<string, Sum<PastEntry>>()
  readonly #hours = new Map<number, number>()
  #lastSales: Array<PastEntry> = []
  #day = ''
  #count = 0

  constructor(empty: InternalSnapshot) {
    this.#empty = empty
  }

  add(entry: PastEntry): void {
    const { channel, divisionCode, enterprise, product, category, district, amountFen } = entry
    this.#count += 1
    bump(this.#channels, channel, entry)
    if (entry.isVerified) bump(this.#verified, channel, entry)
    bump(this.#divisions, divisionCode, entry)
    bump(this.#enterprises, enterprise.slug, entry)
    if (product) bump(this.#products, product.slug, entry)
    if (category) bump(this.#categories, category.code, entry)
    if (district) {
      bump(this.#districts, district.code, entry)
      bump(this.#flows, `${district.code}:${divisionCode}`, entry)
    }
    this.#turnTo(shanghaiDay(entry.occurredAt))
    const hour = (entry.occurredAt.getUTCHours() + 8) % 24
    this.#hours.set(hour, (this.#hours.get(hour) ?? 0) + amountFen)
    if (entry.kind === 'sale' && !entry.isShipping) this.#lastSales = [entry, ...this.#lastSales.slice(0, 11)]
  }

  snapshot(asOf: Date, isOver = false): InternalSnapshot {
    this.#turnTo(shanghaiDay(asOf))
    const empty = this.#empty
    return {
      ...empty,
      id: `rehearsal-${asOf.getTime()}-${this.#count}`,
      isOver,
      asOf: asOf.toISOString(),
      figures: figuresOf(this.#channels),
      verified: figuresOf(this.#verified),
      channels: channels.map((channel) => ({
        channel,
        amountFen: this.#channels.get(channel)?.amountFen ?? 0,
      })),
      divisions: empty.divisions
        .map((row) => ({ ...row, amountFen: this.#divisions.get(row.code)?.amountFen ?? 0 }))
        .sort((a, b) => b.amountFen - a.amountFen),
      enterprises: largest(this.#enterprises, 10).map(({ what, amountFen }) => ({
        ...what.enterprise,
        divisionCode: what.divisionCode,
        amountFen,
      })),
      products: largest(this.#products, 10).flatMap(({ what, amountFen }) =>
        what.product ? [{ ...what.product, divisionCode: what.divisionCode, amountFen }] : [],
      ),
      categories: largest(this.#categories).flatMap(({ what, amountFen }) =>
        what.category ? [{ ...what.category, amountFen }] : [],
      ),
      districts: largest(this.#districts).flatMap(({ what, amountFen }) =>
        what.district ? [{ ...what.district, amountFen }] : [],
      ),
      flows: largest(this.#flows, 12).flatMap(({ what, amountFen }) =>
        what.district
          ? [
              {
                district: nameOf(what.district),
                divisionCode: what.divisionCode,
                isPaired: what.isPaired,
                amountFen,
              },
            ]
          : [],
      ),
      hours: {
        day: this.#day,
        amountFen: Array.from({ length: 24 }, (_, hour) => this.#hours.get(hour) ?? 0),
      },
      lastSales: this.#lastSales.map((entry) => ({
        at: entry.occurredAt.toISOString(),
        channel: entry.channel,
        divisionCode: entry.divisionCode,
        product: entry.product && nameOf(entry.product),
        amountFen: entry.amountFen,
        enterprise: nameOf(entry.enterprise),
        district: entry.district && nameOf(entry.district),
        isVerified: entry.isVerified,
      })),
    }
  }

  #turnTo(day: string): void {
    if (day === this.#day) return
    this.#day = day
    this.#hours.clear()
  }
}

function bump(sums: Map<string, Sum<PastEntry>>, key: string, entry: PastEntry): void {
  sums.set(key, { what: entry, amountFen: (sums.get(key)?.amountFen ?? 0) + entry.amountFen })
}

function largest(sums: ReadonlyMap<string, Sum<PastEntry>>, count = sums.size): Array<Sum<PastEntry>> {
  return [...sums.values()]
    .filter(({ amountFen }) => amountFen > 0)
    .sort((a, b) => b.amountFen - a.amountFen)
    .slice(0, count)
}

function nameOf({ name, nameEn }: Named): Named {
  return { name, nameEn }
}

function figuresOf(sums: ReadonlyMap<string, Sum<PastEntry>>): InternalSnapshot['figures'] {
  return threeFigures([...sums].map(([channel, { amountFen }]) => [channel, amountFen]))
}
