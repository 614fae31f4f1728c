/** One event on its way to one endpoint. */
export type DeliveryRecord = {
  id: string
  eventId: string
  type: string
  url: string
  /** Null: the endpoint and the secrets that the sandbox was started with. */
  endpointId: string | null
  status: 'pending' | 'held' | 'delivered' | 'failed' | 'dropped'
  attempts: Array<DeliveryAttempt>
  /** Real time in milliseconds; null when nothing is to come. */
  nextAttemptAt: number | null
}

export type DeliveryAttempt = {
  at: string
  status: number | null
  error: string | null
  milliseconds: number
}

/** Waiting times before attempts 2, 3, …: seconds instead of Stripe's hours and days, then it gives up. */
export const usualBackoffMs: ReadonlyArray<number> = [
  1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000, 1_800_000,
]
