import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import {
  type ApplicationFacts,
  type ApplicationStatus,
  applicationStages,
  type Stage,
} from './application.ts'

export type ApplicationItem = Pick<ApplicationFacts, 'name' | 'kind' | 'contactName'> & {
  id: string
  status: ApplicationStatus
  divisionName: string
  divisionNameEn: string
  submittedAt: Date
  /** Of what came of it. */
  enterpriseSlug: string | null
}
export type QueueFilter = { stage: Stage; text: string; division: string; after: string | null }

const pageSize = 30

/** What has come in, the earliest first; of a reviewer's own division only. */
export async function listApplications(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  { stage, text, division, after }: QueueFilter,
): Promise<Page<ApplicationItem>> {
  const [from = null] = readCursor(after, isUuid) ?? []
  const within = scope.divisionCode ?? (division || null)
  const rows = await sqlOn(pool).$queryRaw<Array<ApplicationItem>>`
    SELECT a.id, a.name, a.kind, a.contact_name AS "contactName", a.status, d.name AS "divisionName",
      d.name_en AS "divisionNameEn",
      a.submitted_at AS "submittedAt", e.slug AS "enterpriseSlug"
    FROM enterprise_application a JOIN division d ON d.code = a.division_code
    LEFT JOIN enterprise e ON e.id = a.enterprise_id
    WHERE a.status = ANY(${[...applicationStages[stage]]}::text[])
      AND (${within}::text IS NULL OR a.division_code = ${within})
      AND (${text} = '' OR strpos(a.name, ${text}) > 0 OR a.credit_code = upper(${text}))
      AND (NOT ${stage === 'lapsed'}::boolean OR EXISTS (SELECT FROM owner_link o
        WHERE o.application_id = a.id AND NOT o.has_owner AND (o.open_until > ${clock.now()}) IS NOT TRUE))
      AND (${from}::uuid IS NULL OR a.id > ${from}::uuid)
    ORDER BY a.id LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return { items, next: rows.length > pageSize && last ? encodeCursor([last.id]) : null }
}
