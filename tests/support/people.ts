import { randomInt } from 'node:crypto'
import { requestSignInCode } from '#app/domain/people/request-sign-in-code.server.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import { type SignedIn, signIn } from '#app/domain/people/sign-in.server.ts'
import type { Limits } from '#app/platform/limits.server.ts'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import type { TestDatabase } from './database.ts'

export type MovableClock = { now(): Date; set(instant: Date): void; pass(milliseconds: number): void }

export function movableClock(start = new Date('2026-11-24T02:00:00Z')): MovableClock {
  let current = start
  return {
    now: () => current,
    set(instant) {
      current = instant
    },
    pass(milliseconds) {
      current = new Date(current.getTime() + milliseconds)
    },
  }
}

/** Goes with the machine's clock, for tests in which other processes do. */
export function runningClock(): MovableClock {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    set(instant) {
      ahead = instant.getTime() - Date.now()
    },
    pass(milliseconds) {
      ahead += milliseconds
    },
  }
}

/** For tests that are not about limits. */
export const noLimits: Limits = {
  take: async () => ({ ok: true }),
  check: async () => ({ ok: true }),
  forgive: async () => undefined,
}

export const testEnv = {
  SESSION_SECRET: 'a-session-secret-for-tests-0123456789',
  PUBLIC_URL: 'http://localhost:3000',
  /** Where no picture is. */
  DATA_DIR: '/nonexistent',
}

/** What the people's use cases take, on a database of the test's own. */
export function peopleServices({ db, pool }: TestDatabase, limits: Limits = noLimits) {
  const clock = movableClock()
  return {
    db,
    pool,
    clock,
    env: testEnv,
    limits,
    sms: createSmsOutbox(db, clock),
    log: { error: () => undefined },
  }
}

export type PeopleServices = ReturnType<typeof peopleServices>

export function randomPhone(): string {
  return `139${String(randomInt(100_000_000)).padStart(8, '0')}`
}

/** The latest code that went to a number. */
export async function readCode({ db }: PeopleServices, phone: string): Promise<string> {
  const message = await db.smsMessage.findFirstOrThrow({ where: { phone }, orderBy: { id: 'desc' } })
  return /\d{6}/.exec(message.body)?.[0] ?? ''
}

/** Signs a number in as its owner would; `visitor` is the session that it was done in. */
export async function signInAs(
  services: PeopleServices,
  phone: string,
  visitor: ShopperScope | null = null,
): Promise<SignedIn> {
  const who = { phone, hasConsented: true, address: '203.0.113.7' }
  const sent = await requestSignInCode(services, { ...who, browser: null, locale: 'zh' })
  if (!sent.ok) throw new Error(sent.code)
  const answer = { ...who, code: await readCode(services, phone), ticket: sent.value.ticket }
  const signedIn = await signIn(services, visitor, answer)
  if (!signedIn.ok) throw new Error(signedIn.code)
  return signedIn.value
}
