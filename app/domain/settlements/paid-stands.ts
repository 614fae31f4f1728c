/** unpaid: the platform owes it; owed: the enterprise does. */
export const paidStands = ['unpaid', 'owed', 'paid'] as const
export type PaidStand = (typeof paidStands)[number]

export function readPaidStand(text: string | null): PaidStand | null {
  return paidStands.find((stand) => stand === text) ?? null
}
