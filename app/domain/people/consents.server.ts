import type { Clock } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { SignedInScope } from './scope.ts'

const consentPurposes = ['privacy', 'marketing', 'review-photos'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** Day of the wording that a shopper agrees to; a new wording asks anew (PIPL article 14). */
export const consentVersion = '2026-11-01'

/** The same of the sentence beside the photos of a review. */
export const photoConsentVersion = '2026-11-28'

export type ConsentRecord = { purpose: ConsentPurpose; version: string; isGiven: boolean; recordedAt: Date }

/** Latest first, each purpose with its whole history. */
export async function listConsents(db: Database, scope: SignedInScope): Promise<Array<ConsentRecord>> {
  const rows = await db.consent.findMany({
    where: { shopperId: scope.shopperId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({ ...row, purpose: row.purpose as ConsentPurpose }))
}

export function isConsentGiven(records: ReadonlyArray<ConsentRecord>, purpose: ConsentPurpose): boolean {
  return records.find((record) => record.purpose === purpose)?.isGiven ?? false
}

/** Privacy at sign-in: one row per wording, however often somebody signs in. */
export async function recordPrivacyConsent(tx: Transaction, clock: Clock, shopperId: string): Promise<void> {
  const known = await tx.consent.findFirst({
    where: { shopperId, purpose: 'privacy', version: consentVersion, isGiven: true },
  })
  if (known) return
  await tx.consent.create({
    data: { shopperId, purpose: 'privacy', version: consentVersion, isGiven: true, recordedAt: clock.now() },
  })
}

/** Marketing is given and withdrawn by the same switch; each turn adds a row (PIPL article 15). */
export async function setMarketingConsent(
  { db, clock }: { db: Database; clock: Clock },
  scope: SignedInScope,
  isGiven: boolean,
): Promise<void> {
  const records = await listConsents(db, scope)
  if (isConsentGiven(records, 'marketing') === isGiven) return
  await db.consent.create({
    data: {
      shopperId: scope.shopperId,
      purpose: 'marketing',
      version: consentVersion,
      isGiven,
      recordedAt: clock.now(),
    },
  })
}

/**
 * To the publication of one's photos; a row for each turn, as of marketing. Whoever calls has locked the shopper: what is
 * recorded last is what holds.
 */
export async function turnPhotoConsent(
  tx: Sql,
  clock: Clock,
  shopperId: string,
  isGiven: boolean,
): Promise<void> {
  const [last] = await tx.$queryRaw<Array<{ isGiven: boolean; version: string }>>`
    SELECT is_given AS "isGiven", version FROM consent WHERE shopper_id = ${shopperId}::uuid AND purpose = 'review-photos'
    ORDER BY recorded_at DESC, id DESC LIMIT 1`
  const isAsItWas = isGiven ? last?.isGiven && last.version === photoConsentVersion : !last?.isGiven
  if (isAsItWas) return
  const now = clock.now()
  await tx.$executeRaw`
    INSERT INTO consent (id, shopper_id, purpose, version, is_given, recorded_at)
    VALUES (${timeOrderedId(now)}::uuid, ${shopperId}::uuid, 'review-photos', ${photoConsentVersion}, ${isGiven}, ${now})`
}
