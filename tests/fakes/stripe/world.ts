import type { SandboxClock } from './clock.ts'
import type { MethodType, RefundOutcome, TaskRecord } from './records.ts'
import type { Store } from './state.ts'

/** What caused an event: an API request, or (nulls) the customer on the hosted page, or time. */
export type Cause = { requestId: string | null; idempotencyKey: string | null }

export const nobody: Cause = { requestId: null, idempotencyKey: null }

/** How the next payments and refunds turn out; tests set it over the control API. */
type Outcomes = {
  /** These methods complete with `payment_status: unpaid`; the money is decided after the delay, or by hand. */
  delayed: Map<MethodType, { outcome: 'succeeded' | 'failed' | 'by-hand'; afterMs: number }>
  /** Used up from the front, one a refund; then the method's usual manner. */
  refunds: Array<{ outcome: RefundOutcome; afterMs: number | null }>
  /** How long a wallet's refund stays pending. */
  refundDelayMs: number
}

/** What every part of the sandbox works on. */
export type World = {
  store: Store
  clock: SandboxClock
  apiVersion: string
  outcomes: Outcomes
  /** Base of the hosted pages, without a slash at the end. */
  publicUrl: () => string
  emit: (type: string, object: object, cause?: Cause) => void
  schedule: (task: Omit<TaskRecord, 'id'>) => void
}
