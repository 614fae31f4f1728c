import { type BoothSale, mostSalesAnUpload, type SaleAnswer } from '../booth-sale.ts'
import { settles } from './answered.ts'
import { type KeptSale, listKept, noteAnswers } from './kept-sales.ts'

/** `signed-out`: the session has ended, everything is kept; `busy`: another tab or the worker is at it. */
export type UploadOutcome = 'done' | 'offline' | 'signed-out' | 'busy'

const patience = 20_000

/** Sends what waits, batch by batch, until nothing does. One at a time on a phone; twice would do no harm. */
export async function uploadSales(): Promise<UploadOutcome> {
  if (!('locks' in navigator)) return await sendAll()
  return await navigator.locks.request('booth-upload', { ifAvailable: true }, async (lock) =>
    lock ? await sendAll() : 'busy',
  )
}

async function sendAll(): Promise<UploadOutcome> {
  for (;;) {
    const waiting = (await listKept()).filter(({ state }) => state === 'waiting')
    if (waiting.length === 0) return 'done'
    // The oldest first.
    const batch = waiting.slice(-mostSalesAnUpload)
    const answers = await send(batch.map(saleOf))
    if (!Array.isArray(answers)) return answers
    await noteAnswers(answers, new Date())
    const answerOf = new Map(answers.map((answer) => [answer.ref, answer]))
    const isSettled = (sale: KeptSale) => {
      const answer = answerOf.get(sale.ref)
      return answer !== undefined && settles(answer, sale)
    }
    // A server that settles none of them would be asked for ever.
    if (!batch.some(isSettled)) return 'offline'
  }
}

async function send(sales: ReadonlyArray<BoothSale>): Promise<Array<SaleAnswer> | 'offline' | 'signed-out'> {
  try {
    const response = await fetch('/booth/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: new Date().toISOString(), sales }),
      // To the sign-in page it is redirected: that answers for no sale.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (response.type === 'opaqueredirect' || response.status === 403) return 'signed-out'
    return response.ok ? ((await response.json()) as { answers: Array<SaleAnswer> }).answers : 'offline'
  } catch {
    return 'offline'
  }
}

/** Without what is for the eye only. */
function saleOf({ state: _state, reason: _reason, title: _title, ...sale }: KeptSale): BoothSale {
  return sale
}
