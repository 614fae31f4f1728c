import { after } from '#app/kernel/clock.ts'
import { randomToken } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { isKnownBrowser } from './known-browser.server.ts'
import { parseMobile } from './phone.ts'
import { codeLifetime, hashSignInCode, hashTicket, newSignInCode } from './sign-in-code.server.ts'

type Command = {
  phone: string
  hasConsented: boolean
  address: string
  /** What the browser keeps of the one who signed in last (`browserToken`). */
  browser: string | null
  locale: Locale
}
/** `ticket` goes into a cookie: the code serves this browser alone. */
export type CodeOnItsWay = { phone: string; ticket: string }
/** A few of the process's services; `env` and `log` narrowed to what is read and said here. */
type RequestServices = Pick<Services, 'db' | 'clock' | 'limits' | 'sms'> & {
  env: Pick<Env, 'SESSION_SECRET'>
  log: Pick<Log, 'error'>
}
export type CodeRefusal =
  | Failure<'invalid-phone'>
  | Failure<'no-consent'>
  | TooMany
  | Failure<'sms-unavailable'>

/**
 * Sends six digits to a mainland mobile. The answer is the same whether the number has an account or not.
 * Nothing is stored about a number before its owner agreed to the privacy notice (PIPL article 13).
 */
export async function requestSignInCode(
  services: RequestServices,
  command: Command,
): Promise<Result<CodeOnItsWay, CodeRefusal>> {
  const phone = parseMobile(command.phone)
  if (!phone) return failure('invalid-phone')
  if (!command.hasConsented) return failure('no-consent')
  const isKnown = await isKnownBrowser(services, phone, command.browser)
  const asker = isKnown ? `known:${phone}` : phone
  const refusal = await takeTurns(services.limits, [
    ...(isKnown ? [] : [['sign-in-code:address', command.address] as const]),
    ['sign-in-code:phone', asker],
    ['sign-in-code:phone-day', asker],
  ])
  if (refusal) return refusal

  const [code, ticket] = [newSignInCode(), randomToken()]
  const id = await storeCode(services, { phone, code, ticket })
  try {
    await services.sms.send({
      phone,
      body: messagesFor(command.locale).people.signInSms(code),
      dedupeKey: `sign-in:${id}`,
    })
  } catch (error) {
    services.log.error({ err: error }, 'sign-in code was not sent')
    await services.limits.forgive('sign-in-code:phone', asker)
    return failure('sms-unavailable')
  }
  return success({ phone, ticket })
}

/** Codes that others have asked for are left alone: a stranger's wish would end the owner's. */
async function storeCode(
  { db, clock, env }: RequestServices,
  { phone, code, ticket }: CodeOnItsWay & { code: string },
): Promise<string> {
  const now = clock.now()
  const { id } = await db.signInCode.create({
    data: {
      phone,
      codeHash: hashSignInCode(env.SESSION_SECRET, phone, code),
      ticketHash: hashTicket(ticket),
      createdAt: now,
      expiresAt: after(now, codeLifetime),
    },
    select: { id: true },
  })
  return id
}
