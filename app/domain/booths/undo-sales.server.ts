import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { SaleAnswer } from './booth-sale.ts'
import type { Placed, Refused } from './place-sales.server.ts'
import { voidSale } from './void-sale.server.ts'

/**
 * Voids what was taken back at the till, and answers for it, by reference. Each in a transaction of its own, after all
 * were recorded: the stock that it returns must not be locked behind stock that others take.
 */
export async function undoSales(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  sales: ReadonlyArray<Placed | Refused>,
): Promise<Map<string, SaleAnswer>> {
  const answers = new Map<string, SaleAnswer>()
  for (const sale of sales) {
    if ('reason' in sale || !sale.isUndone) continue
    const { ref } = sale
    const result = await voidSale(services, scope, sale, { ref, reason: null })
    if (result.ok || result.code === 'already-void') answers.set(ref, { ref, outcome: 'undone' })
    // Its reference is known, but not at this booth.
    else if (result.code === 'not-found')
      answers.set(ref, { ref, outcome: 'refused', reason: 'unknown-booth' })
    else answers.set(ref, { ref, outcome: 'refused', reason: result.code })
  }
  return answers
}
