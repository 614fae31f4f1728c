import { z } from 'zod'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { type Locale, localPath } from '#app/kernel/locale.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { smsKinds, wordSms } from '#app/messages/sms.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

type Reading = Pick<Services, 'pool'> & { env: Pick<Services['env'], 'PUBLIC_URL'> }
type GroupRow = {
  number: string
  token: string
  phone: string
  locale: Locale
  totalFen: number
  expiresAt: Date
}

const shape = z.object({
  kind: z.enum(smsKinds),
  payload: z.object({ groupId: z.uuid(), amountFen: z.number().int().optional() }),
})

/**
 * Whom an outbox row is for and what it says, in the language of the order. Null when nobody is to be told any
 * more: the buyer has had the account, and the phone with it, deleted.
 * @throws ZodError for a row that is no such message
 */
export async function findOrderMessage(
  { pool, env }: Reading,
  row: { kind: string; payload: unknown },
): Promise<{ phone: string; body: string } | null> {
  const { kind, payload } = shape.parse(row)
  const [group] = await sqlOn(pool).$queryRaw<Array<GroupRow>>`
    SELECT number, token, phone, locale, total_fen AS "totalFen", expires_at AS "expiresAt"
    FROM order_group WHERE id = ${payload.groupId}::uuid`
  if (!group || !isMobile(group.phone)) return null
  const { number, token, phone, locale } = group
  const body = wordSms(locale, kind, {
    number,
    link: env.PUBLIC_URL + localPath(locale, `/orders/${token}`),
    amount: formatFen(fen(payload.amountFen ?? group.totalFen)),
    payBy: shanghaiMinute(group.expiresAt),
  })
  return { phone, body }
}

function isMobile(phone: string): boolean {
  return /^1\d{10}$/.test(phone)
}
