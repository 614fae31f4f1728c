/** How far the phone's clock was behind the server's when it sent, in milliseconds. */
export function clockOffset(sentAt: Date, now: Date): number {
  return now.getTime() - sentAt.getTime()
}

/**
 * When a sale happened, by the server's clock: the phone's, put right by how wrong it was when it sent (T73). A clock
 * that jumped in between cannot place a sale before the fair or in the future.
 */
export function occurredAt(deviceAt: Date, offset: number, { from, now }: { from: Date; now: Date }): Date {
  const corrected = Math.max(deviceAt.getTime() + offset, from.getTime())
  return new Date(Math.min(corrected, now.getTime()))
}
