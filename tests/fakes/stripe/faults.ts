import { newId } from './ids.ts'

/** Something that goes wrong with an API operation, `times` times; then all is normal again. */
export type Fault = {
  /** Such as `checkout.sessions.create`, or `*`. */
  operation: string
  kind: FaultKind
  /** Default 1. */
  times?: number
  /** For `status`: 500 (default), 429, 502, 503… */
  status?: number
  /** For `status` 429: the Retry-After header in seconds. */
  retryAfter?: number
  /** For `delay`. */
  milliseconds?: number
}

type FaultKind =
  /** Answers an error and does not do the work. A 500 is kept under the idempotency key, as Stripe keeps it. */
  | 'status'
  /** Cuts the connection before the work. */
  | 'reset'
  /** Does the work, then cuts the connection. */
  | 'reset-after-success'
  /** Neither works nor answers. */
  | 'timeout'
  /** Does the work and never answers. */
  | 'timeout-after-success'
  /** Works and answers, later; the idempotency key is busy meanwhile. */
  | 'delay'

export type PlannedFault = Fault & { id: string; left: number }

export type Faults = {
  add: (fault: Fault) => PlannedFault
  take: (operation: string) => Fault | null
  list: () => ReadonlyArray<PlannedFault>
  clear: () => void
}

export function createFaults(): Faults {
  let planned: Array<PlannedFault> = []
  return {
    add: (fault) => {
      const one = { ...fault, id: newId('flt_', 8), left: fault.times ?? 1 }
      planned.push(one)
      return one
    },
    take: (operation) => {
      const fault = planned.find(
        (candidate) => candidate.operation === operation || candidate.operation === '*',
      )
      if (fault === undefined) return null
      fault.left -= 1
      if (fault.left <= 0) planned = planned.filter((other) => other !== fault)
      return fault
    },
    list: () => planned,
    clear: () => {
      planned = []
    },
  }
}
