import type { Fen } from '#app/kernel/money.ts'
import type { BoothSale, RefusalReason, SaleAnswer } from '../booth-sale.ts'
import type { Measure } from '../line-amount.ts'
import { answered } from './answered.ts'

/** How goods were sold, where each time it is typed: the next of them begin with it. Of an amount there is no price. */
export type SoldAs = { measure: Measure; priceFen: Fen | null }

/** A sale on this phone: it waits until the server has answered for it, however often the phone dies meanwhile. */
export type KeptSale = BoothSale & {
  state: 'waiting' | 'sent' | 'refused' | 'discarded'
  reason: RefusalReason | null
  /** For the eye only. */
  title: string
  /** Null of what has a listing. */
  as: SoldAs | null
}

const store = 'sales'
/** What was sent stays to be looked at for so long. */
const sentLifetime = 2 * 24 * 60 * 60_000

/** The last recorded first. */
export async function listKept(): Promise<Array<KeptSale>> {
  const kept = await run<Array<KeptSale>>('readonly', (sales) => sales.getAll())
  return kept.map(whole).sort((a, b) => b.deviceAt.localeCompare(a.deviceAt))
}

/** With what an earlier build did not keep yet. */
function whole(sale: KeptSale): KeptSale {
  return { ...sale, goodsName: sale.goodsName ?? null, isUndone: sale.isUndone ?? false, as: sale.as ?? null }
}

/** Resolves when the disk has it: a battery that dies afterwards loses nothing. */
export async function keepSale(sale: KeptSale): Promise<void> {
  await run('readwrite', (sales) => sales.put(sale))
}

/** What was answered is no longer waiting; what was sent, or discarded, long ago goes. */
export async function noteAnswers(answers: ReadonlyArray<SaleAnswer>, now: Date): Promise<void> {
  for (const answer of answers) await changeSale(answer.ref, (sale) => answered(sale, answer))
  const oldest = new Date(now.getTime() - sentLifetime).toISOString()
  for (const sale of await listKept())
    if ((sale.state === 'sent' || sale.state === 'discarded') && sale.deviceAt < oldest)
      await run('readwrite', (sales) => sales.delete(sale.ref))
}

/** Taken back: it waits again, for whatever of it is under way, or has come, is to be voided. */
export async function undoSale(ref: string): Promise<void> {
  await changeSale(ref, takenBack)
}

/** Taken back, and another one in its stead: both or neither, whenever the battery dies. */
export async function replaceSale(ref: string, by: KeptSale): Promise<void> {
  await changeSale(ref, takenBack, by)
}

function takenBack(sale: KeptSale): KeptSale {
  return { ...sale, isUndone: true, state: 'waiting', reason: null }
}

/** What was refused is tried again: its booth or goods may be known by now. */
export async function retryRefused(): Promise<void> {
  for (const sale of await listKept())
    if (sale.state === 'refused')
      await changeSale(sale.ref, (refused) => ({ ...refused, state: 'waiting', reason: null }))
}

/** What was refused and never sold: it stays to be looked at, and goes nowhere. */
export async function discardSale(ref: string): Promise<void> {
  await changeSale(ref, (sale) => (sale.state === 'refused' ? { ...sale, state: 'discarded' } : sale))
}

/** Goods that the server does not know as the enterprise's were sold all the same: by their name. */
export async function sellAsOther(ref: string): Promise<void> {
  await changeSale(ref, (sale) =>
    sale.state === 'refused'
      ? { ...sale, sku: null, goodsName: sale.goodsName ?? sale.title, state: 'waiting', reason: null }
      : sale,
  )
}

/** Read and written in one transaction: an answer may come while the sale is being taken back, and neither is lost. */
async function changeSale(
  ref: string,
  change: (sale: KeptSale) => KeptSale,
  added: KeptSale | null = null,
): Promise<void> {
  await run('readwrite', (sales) => {
    const reading: IDBRequest<KeptSale | undefined> = sales.get(ref)
    reading.onsuccess = () => {
      if (reading.result) sales.put(change(whole(reading.result)))
      if (reading.result && added) sales.put(added)
    }
    return reading
  })
}

async function run<T>(mode: IDBTransactionMode, work: (sales: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('booth', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'ref' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
