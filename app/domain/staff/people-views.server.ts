import { maskPhone } from '#app/domain/people/phone.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { encodeCursor, isText, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { RoleView } from './find-scope.server.ts'
import { organizerRoles } from './roles.ts'
import type { OrganizerScope } from './scope.ts'

export type PersonView = {
  id: string
  name: string
  login: string
  roles: Array<RoleView & { membershipId: string; divisionCode: string | null }>
  isDisabled: boolean
  hasSecondStep: boolean
}
export type PeopleFilter = { text: string; isEverybody: boolean; after: string | null }

const pageSize = 30

/** The organizers' own people, or everybody of the staff, by login. */
export async function listPeople(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
  { text, isEverybody, after }: PeopleFilter,
): Promise<Page<PersonView>> {
  const [lastLogin] = readCursor(after, isText) ?? ['']
  const wanted = text.toLowerCase()
  const rows = await sqlOn(pool).$queryRaw<Array<PersonView>>`
    SELECT s.id, s.name, s.login, s.status = 'disabled' AS "isDisabled",
      s.totp_secret IS NOT NULL AS "hasSecondStep", r.roles
    FROM staff s
    CROSS JOIN LATERAL (
      SELECT COALESCE(json_agg(json_build_object('membershipId', m.id, 'divisionCode', m.division_code, 'role', m.role, 'place', CASE
          WHEN ${locale === 'en'}::boolean THEN COALESCE(NULLIF(e.name_en, ''), e.name, d.name_en, '')
          ELSE COALESCE(e.name, d.name, '') END) ORDER BY m.created_at), '[]') AS roles
      FROM membership m LEFT JOIN enterprise e ON e.id = m.enterprise_id
      LEFT JOIN division d ON d.code = m.division_code
      WHERE m.staff_id = s.id
    ) r
    WHERE s.login > ${lastLogin}
      AND (${wanted} = '' OR strpos(lower(s.name), ${wanted}) > 0 OR starts_with(s.login, ${wanted}) OR s.phone = ${wanted})
      AND (${isEverybody}::boolean OR EXISTS (
        SELECT FROM membership m WHERE m.staff_id = s.id AND m.role = ANY(${[...organizerRoles]}::text[])))
    ORDER BY s.login LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  return { items, next: rows.length > pageSize && last ? encodeCursor([last.login]) : null }
}

export type SentInvitation = RoleView & { id: string; name: string; phone: string; expiresAt: Date }

/** A hundred: those of the last three days. */
const mostInvitations = 100

/** Into the organizers' own ranks and of owners, not used yet, the newest first. */
export async function listInvitations(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  _scope: OrganizerScope,
  locale: Locale,
): Promise<Array<SentInvitation>> {
  const rows = await sqlOn(pool).$queryRaw<Array<SentInvitation>>`
    SELECT i.id, i.name, i.phone, i.role, i.expires_at AS "expiresAt", CASE
      WHEN ${locale === 'en'}::boolean THEN COALESCE(NULLIF(e.name_en, ''), e.name, d.name_en, '')
      ELSE COALESCE(e.name, d.name, '') END AS place
    FROM invitation i LEFT JOIN enterprise e ON e.id = i.enterprise_id LEFT JOIN division d ON d.code = i.division_code
    WHERE (i.enterprise_id IS NULL OR i.role = 'owner') AND i.used_at IS NULL AND i.revoked_at IS NULL
      AND i.expires_at > ${clock.now()}
    ORDER BY i.created_at DESC, i.id LIMIT ${mostInvitations}`
  return rows.map((row) => ({ ...row, phone: maskPhone(row.phone) }))
}
