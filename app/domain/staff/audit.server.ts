import type { Sql } from '#app/platform/sql.server.ts'
import type { AuditAction, SubjectKind } from './audit.ts'
import type { EnterpriseScope, OrganizerScope, StaffScope } from './scope.ts'

/** Who acts: staff in one of their capacities, or the platform itself (a job). */
export type Actor = EnterpriseScope | OrganizerScope | StaffScope | 'system'

export type AuditRecord = {
  action: AuditAction
  subject: readonly [kind: SubjectKind, id: string | number]
  /** Only what changed, by field. */
  before?: object
  after?: object
  reason?: string
  /** Whom it concerns, where that is not the actor's own enterprise or division. */
  enterpriseId?: number
  divisionCode?: string
}

/** In the transaction of the change itself: no change without its row, no row without its change. */
export async function writeAudit(tx: Sql, now: Date, actor: Actor, record: AuditRecord): Promise<void> {
  const staff = actor === 'system' ? null : 'staff' in actor ? actor.staff : actor
  const enterpriseId =
    record.enterpriseId ?? (actor !== 'system' && 'enterpriseId' in actor ? actor.enterpriseId : null)
  const divisionCode =
    record.divisionCode ?? (actor !== 'system' && 'divisionCode' in actor ? actor.divisionCode : null)
  const [kind, id] = record.subject
  await tx.$executeRaw`
    INSERT INTO audit_entry (at, staff_id, actor, action, subject_kind, subject_id, enterprise_id, division_code, before, after, reason)
    VALUES (${now}, ${staff?.staffId ?? null}::uuid, ${staff?.name ?? 'system'}, ${record.action}, ${kind}, ${String(id)},
      ${enterpriseId}::int, ${divisionCode}, ${json(record.before)}::jsonb, ${json(record.after)}::jsonb, ${record.reason ?? null})`
}

function json(value: object | undefined): string | null {
  return value ? JSON.stringify(value) : null
}
