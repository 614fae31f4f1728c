import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import type { NewEntry } from '#app/domain/sales/sale-entry.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { sellAtBooth } from '#app/domain/stock/sell-at-booth.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { lockBooths } from './booth-lock.server.ts'
import type { BoothSale, SaleAnswer } from './booth-sale.ts'
import { clockOffset, occurredAt } from './occurred-at.ts'
import { type Placed, placeSales, type Refused } from './place-sales.server.ts'
import { saleSchema, type Upload } from './sale-schema.ts'
import { undoSales } from './undo-sales.server.ts'

type Recording = Pick<Services, 'pool' | 'clock'>

/**
 * Takes what a phone kept, in any order and any number of times: each sale is counted once, and a bad one refuses only
 * itself. One that was taken back at the till is recorded and voided, whichever of its copies comes first: so a copy
 * that is late finds it, and changes nothing. Answers come in the order of the sales.
 */
export async function recordSales(
  services: Recording,
  scope: OrganizerScope,
  { sentAt, sales }: Upload,
): Promise<Array<SaleAnswer>> {
  const now = services.clock.now()
  const read = sales.map(readSale)
  const sound = onceEach(read.flatMap((sale) => ('reason' in sale ? [] : [sale])))
  const offset = clockOffset(new Date(sentAt), now)
  const [placed, accepted] = await withTransaction(services.pool, async (tx) => {
    const places = await placeSales(tx, scope, sound, { now, offset })
    const good = [...places.values()].flatMap((sale) => ('reason' in sale ? [] : [sale]))
    return [places, await record(tx, now, scope, good, offset)] as const
  })
  const undone = await undoSales(services, scope, [...placed.values()])
  return read.map(({ ref, ...sale }) => {
    if ('reason' in sale) return { ref, outcome: 'refused', reason: sale.reason }
    return undone.get(ref) ?? answerFor(placed.get(ref), accepted, ref)
  })
}

/** Taken back in one copy, a sale is taken back. */
function onceEach(sales: ReadonlyArray<BoothSale>): Array<BoothSale> {
  const undoneLast = sales.toSorted((a, b) => Number(a.isUndone) - Number(b.isUndone))
  return [...new Map(undoneLast.map((sale) => [sale.ref, sale])).values()]
}

function readSale(sale: unknown): BoothSale | Refused {
  const parsed = saleSchema.safeParse(sale)
  if (parsed.success) return parsed.data
  const named =
    typeof sale === 'object' && sale !== null && 'ref' in sale ? String(sale.ref).slice(0, 100) : ''
  return { ref: named, reason: 'malformed' }
}

function answerFor(
  sale: Placed | Refused | undefined,
  accepted: ReadonlySet<string>,
  ref: string,
): SaleAnswer {
  if (!sale || 'reason' in sale) return { ref, outcome: 'refused', reason: sale?.reason ?? 'malformed' }
  return { ref, outcome: accepted.has(ref) ? 'accepted' : 'already' }
}

/** The references of those that are new. */
async function record(
  tx: Sql,
  now: Date,
  scope: OrganizerScope,
  sales: ReadonlyArray<Placed>,
  offset: number,
): Promise<Set<string>> {
  if (sales.length === 0) return new Set()
  await lockBooths(tx, sales)
  const fresh = await leaveNew(tx, sales)
  const by = scope.staff.staffId
  // Goods that were weighed are not of the packed pieces that stock counts, and what was taken back was never handed over.
  const units = fresh.flatMap(({ ref, variantId, pieces, grams, isUndone }) =>
    variantId !== null && grams === null && !isUndone ? [{ ref, variantId, quantity: pieces }] : [],
  )
  await sellAtBooth(tx, now, scope.staff.login, units)
  const entries = fresh.map((sale) => entryOf(sale, by, offset, now))
  const appended = await appendEntries(tx, now, entries)
  if (appended.length !== fresh.length) throw new Error('one sale was sent from two booths at once')
  if (fresh.length > 0) await writeAudit(tx, now, scope, auditOf(fresh))
  return new Set(fresh.map(({ ref }) => ref))
}

async function leaveNew(tx: Sql, sales: ReadonlyArray<Placed>): Promise<Array<Placed>> {
  const known = await tx.$queryRaw<Array<{ ref: string }>>`
    SELECT external_ref AS ref FROM sale_entry
    WHERE source = 'device' AND external_ref = ANY(${sales.map(({ ref }) => ref)}::text[])`
  const refs = new Set(known.map(({ ref }) => ref))
  return sales.filter(({ ref }) => !refs.has(ref))
}

function entryOf(sale: Placed, recordedBy: string, offset: number, now: Date): NewEntry {
  const deviceAt = new Date(sale.deviceAt)
  return {
    exhibitionId: sale.exhibitionId,
    channel: 'onsite',
    kind: 'sale',
    enterpriseId: sale.enterpriseId,
    variantId: sale.variantId,
    goodsName: sale.goodsName,
    quantity: sale.pieces,
    grams: sale.grams,
    amountFen: sale.amountFen,
    beijingDistrictCode: sale.district,
    tender: sale.tender,
    occurredAt: occurredAt(deviceAt, offset, { from: sale.startsAt, now }),
    deviceAt,
    recordedBy,
    source: 'device',
    externalRef: sale.ref,
  }
}

function auditOf(sales: ReadonlyArray<Placed>) {
  const booths = [...new Set(sales.map(({ fair, enterprise }) => `${fair}/${enterprise}`))]
  const amountFen = sales.reduce((sum, sale) => sum + sale.amountFen, 0)
  return {
    action: 'record-sales' as const,
    subject: ['booth', booths.join(' ').slice(0, 200)] as const,
    after: { sales: sales.length, amountFen },
  }
}
