/** `unmatched` waits for a word; `ignored` was said not to be ours; `posted` stands in the ledger. */
export const stands = ['unmatched', 'posted', 'ignored'] as const
export type QueueStand = (typeof stands)[number]

export function readStand(text: string | null | undefined): QueueStand {
  return stands.find((known) => known === text) ?? 'unmatched'
}
