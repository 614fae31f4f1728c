import { z } from 'zod'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isDay } from '#app/kernel/clock.ts'
import { dayField } from '#app/kernel/day-field.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { isUuid, lastUuid } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type Changing, changeFair, type Fair } from './fair-change.server.ts'

export type Coverage = {
  id: string
  outlet: string
  title: string
  url: string | null
  publishedOn: string
  recordedBy: string
}

const pageSize = 50

/** What the media said, the latest first. */
export async function listCoverage(
  { pool }: Pick<Services, 'pool'>,
  fair: Fair,
  after: string | null,
): Promise<Page<Coverage>> {
  const [on, id] = readCursor(after, isDay, isUuid) ?? ['9999-12-31', lastUuid]
  const rows = await sqlOn(pool).$queryRaw<Array<Coverage>>`
    SELECT id, outlet, title, url, to_char(published_on, 'YYYY-MM-DD') AS "publishedOn", recorded_by AS "recordedBy"
    FROM media_coverage
    WHERE exhibition_id = ${fair.id} AND (published_on, id) < (${on}::date, ${id}::uuid)
    ORDER BY published_on DESC, id DESC LIMIT ${pageSize + 1}`
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return { items: rows.slice(0, pageSize), next: last ? encodeCursor([last.publishedOn, last.id]) : null }
}

const line = (most: number, code: string) => z.string().trim().min(1, code).max(most, 'too-long')
/** A link that somebody will follow: https only, and to a host with a name. */
const link = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'https-link-needed' })
  .max(500, 'too-long')

const coverageSchema = z.object({
  /** The form's own: sent twice it writes one line. */
  key: z.string().refine(isUuid),
  outlet: line(60, 'outlet-needed'),
  title: line(200, 'coverage-title-needed'),
  url: z
    .string()
    .trim()
    .default('')
    .pipe(link.or(z.literal('')))
    .transform((url) => url || null),
  publishedOn: dayField('invalid-date'),
})

/** Null when it is written down, else what is wrong with the form. */
export async function addCoverage(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  form: FormData,
): Promise<FormState | null> {
  const read = parseForm(coverageSchema, form)
  if (!read.ok) return read
  const { key, ...report } = read.value
  const { outlet, title, url, publishedOn } = report
  return await changeFair(changing, scope, fair, async (tx, now) => {
    const added = await tx.$executeRaw`
      INSERT INTO media_coverage (id, exhibition_id, outlet, title, url, published_on, recorded_by, recorded_at)
      VALUES (${key}::uuid, ${fair.id}, ${outlet}, ${title}, ${url}, ${publishedOn}::date, ${scope.staff.name}, ${now})
      ON CONFLICT (id) DO NOTHING`
    const record = { action: 'add-coverage', after: { id: key, ...report } } as const
    return { answer: null, record: added > 0 ? record : null }
  })
}

export async function removeCoverage(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  id: string,
): Promise<void> {
  if (!isUuid(id)) return
  await changeFair(changing, scope, fair, async (tx) => {
    const [before] = await tx.$queryRaw<Array<object>>`
      DELETE FROM media_coverage WHERE id = ${id}::uuid AND exhibition_id = ${fair.id}
      RETURNING id, outlet, title, url, to_char(published_on, 'YYYY-MM-DD') AS "publishedOn"`
    return { answer: null, record: before ? { action: 'remove-coverage', before } : null }
  })
}
