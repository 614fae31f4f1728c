import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type AdjustRefusal, adjustStock } from './adjust-stock.server.ts'
import { type MoveRefusal, moveStock } from './move-stock.server.ts'
import { setLowStock } from './set-low-stock.server.ts'
import { adjustForm, moveForm, thresholdForm } from './stock-act.ts'

type StockIntent = 'adjust' | 'move' | 'threshold'
export type StockAnswer = FormState & {
  intent: StockIntent
  isDone: boolean
  /** Why nothing was done, and the number that says it. */
  failure?: string
  count?: number
}

type Changing = Pick<Services, 'pool' | 'clock'>

/** Carries out one of the three forms of a variant's stock. */
export async function changeStock(
  services: Changing,
  scope: EnterpriseScope,
  articleNumber: string,
  form: FormData,
): Promise<StockAnswer> {
  const intent = form.get('intent')
  if (intent === 'move') return await move(services, scope, articleNumber, form)
  if (intent === 'threshold') return await threshold(services, scope, articleNumber, form)
  return await adjust(services, scope, articleNumber, form)
}

async function adjust(
  services: Changing,
  scope: EnterpriseScope,
  articleNumber: string,
  form: FormData,
): Promise<StockAnswer> {
  const parsed = parseForm(adjustForm, form)
  if (!parsed.ok) return { intent: 'adjust', isDone: false, ...parsed }
  return answer('adjust', parsed.values, await adjustStock(services, scope, articleNumber, parsed.value))
}

async function move(
  services: Changing,
  scope: EnterpriseScope,
  articleNumber: string,
  form: FormData,
): Promise<StockAnswer> {
  const parsed = parseForm(moveForm, form)
  if (!parsed.ok) return { intent: 'move', isDone: false, ...parsed }
  return answer('move', parsed.values, await moveStock(services, scope, articleNumber, parsed.value))
}

async function threshold(
  services: Changing,
  scope: EnterpriseScope,
  articleNumber: string,
  form: FormData,
): Promise<StockAnswer> {
  const parsed = parseForm(thresholdForm, form)
  if (!parsed.ok) return { intent: 'threshold', isDone: false, ...parsed }
  return answer(
    'threshold',
    parsed.values,
    await setLowStock(services, scope, articleNumber, parsed.value.lowStockAt),
  )
}

function answer(
  intent: StockIntent,
  values: Record<string, string>,
  result: { ok: true } | AdjustRefusal | MoveRefusal,
): StockAnswer {
  if (result.ok) return { intent, isDone: true, values: {}, errors: {} }
  const hasCount = result.code === 'not-enough' || result.code === 'changed'
  const count = hasCount ? { count: result.detail.count } : {}
  return { intent, isDone: false, values, errors: {}, failure: result.code, ...count }
}
