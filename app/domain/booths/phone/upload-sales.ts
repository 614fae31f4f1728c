import { systemClock } from '#app/kernel/clock.ts'
import { type BoothSale, mostSalesAnUpload, type SaleAnswer } from '../booth-sale.ts'
import { settles } from './answered.ts'
import { type Asked, askShop, type Obstacle } from './ask-shop.ts'
import { type KeptSale, listKept, noteAnswers } from './kept-sales.ts'

/** `busy`: another tab or the worker is at it. */
export type Uploaded = { outcome: 'done' | 'busy' | Obstacle; retryAfter?: number }

/** What keeps the sales: kept-sales.ts on a phone. */
type Phone = {
  listKept(): Promise<Array<KeptSale>>
  noteAnswers(answers: ReadonlyArray<SaleAnswer>, now: Date): Promise<void>
}
type Ask = (sales: ReadonlyArray<BoothSale>, options: { now: Date }) => Promise<Asked>

/** Sends what waits, batch by batch, until nothing does. One at a time on a phone; twice would do no harm. */
export async function uploadSales(): Promise<Uploaded> {
  const send = () => sendWaiting({ listKept, noteAnswers }, askShop)
  if (!('locks' in navigator)) return await send()
  return await navigator.locks.request('booth-upload', { ifAvailable: true }, async (lock) =>
    lock ? await send() : { outcome: 'busy' },
  )
}

export async function sendWaiting(phone: Phone, ask: Ask, clock = systemClock): Promise<Uploaded> {
  let size = mostSalesAnUpload
  for (;;) {
    const waiting = (await phone.listKept()).filter(({ state }) => state === 'waiting')
    if (waiting.length === 0) return { outcome: 'done' }
    // The oldest first.
    const batch = waiting.slice(-size)
    const asked = await ask(batch.map(saleOf), { now: clock.now() })
    if (asked.outcome === 'refused' && batch.length > 1) {
      // One of them, or all, the shop will not take: the others are not to wait for it.
      size = Math.ceil(batch.length / 2)
      continue
    }
    if (asked.outcome !== 'refused' && asked.outcome !== 'answered') return asked
    const answers = asked.outcome === 'refused' ? batch.map(refusalOf) : asked.answers
    await phone.noteAnswers(answers, clock.now())
    // A server that settles none of them would be asked for ever.
    if (!batch.some((sale) => isSettled(sale, answers))) return { outcome: 'not-answering' }
    if (asked.outcome === 'answered') size = Math.min(size * 2, mostSalesAnUpload)
  }
}

function isSettled(sale: KeptSale, answers: ReadonlyArray<SaleAnswer>): boolean {
  const answer = answers.find(({ ref }) => ref === sale.ref)
  return answer !== undefined && settles(answer, sale)
}

/** It waits no longer: a person decides what becomes of it. */
function refusalOf({ ref }: KeptSale): SaleAnswer {
  return { ref, outcome: 'refused', reason: 'malformed' }
}

/** Without what only this phone needs. */
function saleOf({ state: _state, reason: _reason, title: _title, as: _as, ...sale }: KeptSale): BoothSale {
  return sale
}
