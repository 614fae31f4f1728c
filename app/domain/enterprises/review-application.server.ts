import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { AuditAction } from '#app/domain/staff/audit.ts'
import { type OrganizerScope, organizerMay } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type ApplicationStatus, openStatuses } from './application.ts'
import { writeApplicationMessage } from './write-application.server.ts'

type Reviewing = Pick<Services, 'pool' | 'clock'>
/** The version that the page showed: nobody decides on what they have not seen. */
type Seen = { id: string; version: number }
export type ReviewRefusal = Failure<'not-found' | 'changed-meanwhile' | 'four-eyes' | 'own-application'>

export type LockedApplication = {
  id: string
  name: string
  status: ApplicationStatus
  version: number
  divisionCode: string
  recommendedBy: string | null
  enterpriseId: number | null
  contactName: string
  /** Whether the reader's phone is the applicant's. */
  isOwn: boolean
}

/** Held until the transaction ends; of a reviewer's own division only. Two who decide at once wait for each other. */
export async function lockApplication(
  tx: Sql,
  { divisionCode, staff }: OrganizerScope,
  id: string,
): Promise<LockedApplication | undefined> {
  const [application] = await tx.$queryRaw<Array<LockedApplication>>`
    SELECT a.id, a.name, a.status, a.version, a.division_code AS "divisionCode",
      a.recommended_by AS "recommendedBy", a.enterprise_id AS "enterpriseId",
      a.contact_name AS "contactName",
      EXISTS (SELECT FROM staff s WHERE s.id = ${staff.staffId}::uuid AND s.phone = a.contact_phone) AS "isOwn"
    FROM enterprise_application a
    WHERE a.id = ${id}::uuid AND a.status <> 'draft'
      AND (${divisionCode}::text IS NULL OR a.division_code = ${divisionCode})
    FOR UPDATE OF a`
  return application
}

/** The division's word that it knows this enterprise and that its papers are in order. */
export async function recommendApplication(
  { pool, clock }: Reviewing,
  scope: OrganizerScope,
  { id, version }: Seen,
): Promise<Result<null, ReviewRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const application = await lockApplication(tx, scope, id)
    if (!application) return failure('not-found')
    if (application.status !== 'submitted' || application.version !== version)
      return failure('changed-meanwhile')
    if (application.isOwn) return failure('own-application')
    await tx.$executeRaw`
      UPDATE enterprise_application SET status = 'recommended', recommended_by = ${scope.staff.staffId}::uuid
      WHERE id = ${id}::uuid`
    await auditReview(tx, now, scope, application, { action: 'recommend-application', after: 'recommended' })
    return success(null)
  })
}

/** To the applicant, with what is to be mended. The city may do so with a recommended one, too. */
export async function returnApplication(
  { pool, clock }: Reviewing,
  scope: OrganizerScope,
  { id, version, reason }: Seen & { reason: string },
): Promise<Result<null, ReviewRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const application = await lockApplication(tx, scope, id)
    if (!application) return failure('not-found')
    const mayNow =
      application?.status === 'submitted' ||
      (application?.status === 'recommended' && organizerMay(scope, 'decide-applications'))
    if (!application || !mayNow || application.version !== version) return failure('changed-meanwhile')
    if (application.isOwn) return failure('own-application')
    await tx.$executeRaw`
      UPDATE enterprise_application SET status = 'returned', reason = ${reason}, recommended_by = NULL
      WHERE id = ${id}::uuid`
    await auditReview(tx, now, scope, application, {
      action: 'return-application',
      after: 'returned',
      reason,
    })
    const { name } = application
    await writeApplicationMessage(tx, now, {
      kind: 'application-returned',
      id,
      name,
      round: version,
      locale: 'zh',
    })
    return success(null)
  })
}

/**
 * For good, and its credit code is free again. The city may do so before a division has spoken, and with what was
 * returned: whoever has lost the link, or applies in another's name, must not keep the enterprise out.
 */
export async function rejectApplication(
  { pool, clock }: Reviewing,
  scope: OrganizerScope,
  { id, version, reason }: Seen & { reason: string },
): Promise<Result<null, ReviewRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const application = await lockApplication(tx, scope, id)
    if (!application) return failure('not-found')
    const refusal = whyNotDecide(application, scope, version, openStatuses)
    if (refusal) return refusal
    await tx.$executeRaw`
      UPDATE enterprise_application
      SET status = 'rejected', reason = ${reason}, decided_by = ${scope.staff.staffId}::uuid, decided_at = ${now}
      WHERE id = ${id}::uuid`
    await auditReview(tx, now, scope, application, {
      action: 'reject-application',
      after: 'rejected',
      reason,
    })
    const { name } = application
    await writeApplicationMessage(tx, now, { kind: 'application-rejected', id, name, locale: 'zh' })
    return success(null)
  })
}

/** Four eyes: who recommends does not decide, and nobody decides on their own (T48). */
export function whyNotDecide(
  application: LockedApplication,
  { staff }: OrganizerScope,
  version: number,
  from: ReadonlyArray<ApplicationStatus> = ['recommended'],
): ReviewRefusal | null {
  if (!from.includes(application.status) || application.version !== version)
    return failure('changed-meanwhile')
  if (application.recommendedBy === staff.staffId) return failure('four-eyes')
  return application.isOwn ? failure('own-application') : null
}

type Review = { action: AuditAction; after: ApplicationStatus; reason?: string }

export async function auditReview(
  tx: Sql,
  now: Date,
  scope: OrganizerScope,
  { id, status, divisionCode }: LockedApplication,
  { action, after, reason }: Review,
): Promise<void> {
  await writeAudit(tx, now, scope, {
    action,
    subject: ['application', id],
    before: { status },
    after: { status: after },
    divisionCode,
    ...(reason === undefined ? {} : { reason }),
  })
}
