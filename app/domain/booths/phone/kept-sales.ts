import type { BoothSale, RefusalReason, SaleAnswer } from '../booth-sale.ts'

/** A sale on this phone: it waits until the server has answered for it, however often the phone dies meanwhile. */
export type KeptSale = BoothSale & {
  state: 'waiting' | 'sent' | 'refused'
  reason: RefusalReason | null
  /** For the eye only. */
  title: string
}

const store = 'sales'
/** What was sent stays to be looked at for so long. */
const sentLifetime = 2 * 24 * 60 * 60_000

/** The last recorded first. */
export async function listKept(): Promise<Array<KeptSale>> {
  const kept = await run<Array<KeptSale>>('readonly', (sales) => sales.getAll())
  return kept.sort((a, b) => b.deviceAt.localeCompare(a.deviceAt))
}

/** Resolves when the disk has it: a battery that dies afterwards loses nothing. */
export async function keepSale(sale: KeptSale): Promise<void> {
  await run('readwrite', (sales) => sales.put(sale))
}

/** What was answered is no longer waiting; what was sent long ago goes. */
export async function noteAnswers(answers: ReadonlyArray<SaleAnswer>, now: Date): Promise<void> {
  const byRef = new Map(answers.map((answer) => [answer.ref, answer]))
  const oldest = new Date(now.getTime() - sentLifetime).toISOString()
  for (const sale of await listKept()) {
    const answer = byRef.get(sale.ref)
    if (answer?.outcome === 'refused') await keepSale({ ...sale, state: 'refused', reason: answer.reason })
    else if (answer) await keepSale({ ...sale, state: 'sent', reason: null })
    else if (sale.state === 'sent' && sale.deviceAt < oldest)
      await run('readwrite', (sales) => sales.delete(sale.ref))
  }
}

/** What was refused is tried again: its booth or goods may be known by now. */
export async function retryRefused(): Promise<void> {
  for (const sale of await listKept())
    if (sale.state === 'refused') await keepSale({ ...sale, state: 'waiting', reason: null })
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
