import { createHmac, hash, randomInt, timingSafeEqual } from 'node:crypto'
import { minute } from '#app/kernel/clock.ts'

export const codeLifetime = 5 * minute
/** The limit `sign-in-code:phone` says the same. */
export const resendPause = minute
export const attemptsPerCode = 5

export function newSignInCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Keyed by the shop's secret: six digits alone could be tried out by whoever reads the table. */
export function hashSignInCode(secret: string, phone: string, code: string): string {
  return createHmac('sha256', secret).update(`${phone}:${code}`).digest('hex')
}

/** Of the random token that is kept by the browser which asked for the code, and nowhere else. */
export function hashTicket(ticket: string): string {
  return hash('sha256', ticket)
}

export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
