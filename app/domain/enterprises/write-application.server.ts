import { hash } from 'node:crypto'
import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Env } from '#app/platform/env.server.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import { linkToken } from '#app/platform/link-token.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type ApplicationFacts, type ApplicationStatus, isEditable } from './application.ts'
import { type CodeRefusal, whyCodeIsTaken } from './why-code-is-taken.server.ts'

type Writing = Pick<Services, 'pool' | 'clock' | 'limits'> & { env: Pick<Env, 'SESSION_SECRET'> }
type Applicant = { address: string; locale: Locale }

/** A draft, and the way back to it on the contact's phone. Nobody sees it until it is submitted. */
export async function startApplication(
  { pool, clock, limits, env }: Writing,
  facts: ApplicationFacts,
  { address, locale }: Applicant,
): Promise<Result<{ token: string }, Failure<'division-required'> | TooMany>> {
  const refusal = await takeTurns(limits, [
    ['application:address', address],
    ['application:phone', facts.contactPhone],
  ])
  if (refusal) return refusal
  const now = clock.now()
  const id = timeOrderedId(now)
  const token = linkToken(env.SESSION_SECRET, 'application', id)
  const tokenHash = hash('sha256', token)
  return await withTransaction(pool, async (tx) => {
    const inserted = await tx.$executeRaw`
      INSERT INTO enterprise_application (id, token_hash, name, name_en, kind, division_code, town, credit_code,
        food_licence, contact_name, contact_phone, story, created_at)
      SELECT ${id}::uuid, ${tokenHash}, ${facts.name}, ${facts.nameEn}, ${facts.kind}, code, ${facts.town},
        ${facts.creditCode}, ${facts.foodLicence}, ${facts.contactName}, ${facts.contactPhone}, ${facts.story}, ${now}
      FROM division WHERE code = ${facts.divisionCode}`
    if (inserted === 0) return failure('division-required')
    await writeApplicationMessage(tx, now, { kind: 'application-started', id, name: facts.name, locale })
    return success({ token })
  })
}

export type ChangeRefusal = Failure<'not-editable' | 'division-required'> | CodeRefusal

/** Not while it is read, or once it is decided. A returned one holds its code, so that it cannot take another's. */
export async function changeApplication(
  { pool }: Pick<Writing, 'pool'>,
  id: string,
  facts: ApplicationFacts,
): Promise<Result<null, ChangeRefusal>> {
  return await withTransaction(pool, async (tx) => {
    const [application] = await tx.$queryRaw<Array<{ status: ApplicationStatus }>>`
      SELECT status FROM enterprise_application WHERE id = ${id}::uuid FOR UPDATE`
    if (!application || !isEditable(application.status)) return failure('not-editable')
    const refusal = await whyCodeIsTaken(tx, id, facts.creditCode)
    if (refusal) return refusal
    const changed = await tx.$executeRaw`
      UPDATE enterprise_application SET name = ${facts.name}, name_en = ${facts.nameEn}, kind = ${facts.kind},
        division_code = d.code, town = ${facts.town}, credit_code = ${facts.creditCode},
        food_licence = ${facts.foodLicence}, contact_name = ${facts.contactName},
        contact_phone = ${facts.contactPhone}, story = ${facts.story}
      FROM division d
      WHERE d.code = ${facts.divisionCode} AND id = ${id}::uuid`
    return changed === 1 ? success(null) : failure('division-required')
  })
}

type ApplicationMessage = {
  kind: 'application-started' | 'application-returned' | 'application-rejected' | 'application-link'
  id: string
  name: string
  locale: Locale
  /** Which of several it is, where there can be several. */
  round?: number
}

export async function writeApplicationMessage(
  tx: Sql,
  now: Date,
  { kind, id, name, locale, round = 0 }: ApplicationMessage,
): Promise<void> {
  await writeOutbox(tx, now, {
    kind,
    dedupeKey: `${kind}:${id}:${round}`,
    locale,
    to: id,
    place: name,
    path: '/join',
    token: { kind: 'application', id },
  })
}
