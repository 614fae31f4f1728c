import { after, day } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/** What the development outbox shows is of this week: it holds phones and codes. */
const keepSent = 7 * day
/** A key is told once: far longer than any event is repeated. */
const keepDelivered = 90 * day

export async function purgeMessages({ pool, clock }: Pick<Services, 'pool' | 'clock'>): Promise<void> {
  const sql = sqlOn(pool)
  const now = clock.now()
  await sql.$executeRaw`DELETE FROM sms_message WHERE sent_at <= ${after(now, -keepSent)}`
  await sql.$executeRaw`DELETE FROM outbox_message WHERE delivered_at <= ${after(now, -keepDelivered)}`
}
