import { z } from 'zod'
import { isInstant, shanghaiMinute } from '#app/kernel/clock.ts'
import { localPath } from '#app/kernel/locale.ts'
import { staffSmsKinds, wordStaffSms } from '#app/messages/sms.server.ts'
import { linkToken } from '#app/platform/link-token.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type Waiting, waitingKinds } from './outbox.server.ts'

type Reading = Pick<Services, 'pool' | 'clock'> & {
  env: Pick<Services['env'], 'PUBLIC_URL' | 'SESSION_SECRET'>
}

const shape = z.object({
  kind: z.enum(staffSmsKinds),
  payload: z.object({
    locale: z.enum(['zh', 'en']),
    to: z.uuid(),
    place: z.string().default(''),
    days: z.number().int().default(0),
    facts: z
      .object({
        about: z.string().default(''),
        until: z.string().default(''),
        waiting: z.partialRecord(z.enum(waitingKinds), z.number().int()).default({}),
      })
      .prefault({}),
    path: z.string(),
    token: z
      .object({ kind: z.enum(['invitation', 'password-reset', 'application']), id: z.uuid() })
      .optional(),
  }),
})

const nothing: Waiting = { toShip: 0, late: 0, requests: 0, invoices: 0, closed: 0, paid: 0 }

export function isStaffMessage(kind: string): boolean {
  return staffSmsKinds.some((known) => known === kind)
}

/**
 * Whom an outbox row is for and what it says. Null when nobody is to be told any more: the account is disabled or has
 * no phone, the invitation was used, withdrawn, or its time is up.
 * @throws ZodError for a row that is no such message
 */
export async function findStaffMessage(
  { pool, clock, env }: Reading,
  row: { kind: string; payload: unknown },
): Promise<{ phone: string; body: string } | null> {
  const { kind, payload } = shape.parse(row)
  const { locale, to, place, days, facts, path, token } = payload
  const [person] = await sqlOn(pool).$queryRaw<Array<{ phone: string }>>`
    SELECT phone FROM staff WHERE id = ${to}::uuid AND status = 'active' AND phone IS NOT NULL
    UNION ALL
    SELECT phone FROM invitation
    WHERE id = ${to}::uuid AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ${clock.now()}
    UNION ALL
    SELECT contact_phone FROM enterprise_application WHERE id = ${to}::uuid`
  if (!person) return null
  const target = token ? `${path}/${linkToken(env.SESSION_SECRET, token.kind, token.id)}` : path
  const link = env.PUBLIC_URL + localPath(locale, target)
  const until = isInstant(facts.until) ? shanghaiMinute(new Date(facts.until)) : ''
  const waiting: Waiting = { ...nothing, ...facts.waiting }
  const body = wordStaffSms(locale, kind, { place, days, about: facts.about, until, waiting, link })
  return { phone: person.phone, body }
}
