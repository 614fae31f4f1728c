import { z } from 'zod'
import { listFairChoices } from '#app/domain/exhibitions/list-fair-choices.server.ts'
import type { Choice } from '#app/kernel/choice.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { fen } from '#app/kernel/money.ts'
import { encodeCursor, isText, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { Certificate, CertificateItem } from './certificate.ts'

type Reading = Pick<Services, 'pool'>
type Bilingual = { subjectEn: string | null }

const pageSize = 30

/** The latest issued first. */
export async function listCertificates(
  { pool }: Reading,
  locale: Locale,
  after: string | null,
): Promise<Page<CertificateItem>> {
  const [before, beforeCode] = readCursor(after, isInstant, isText) ?? [null, null]
  const rows = await sqlOn(pool).$queryRaw<Array<CertificateItem & Bilingual>>`
    SELECT p.code, p.kind, p.subject, q.name_en AS "subjectEn", to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn",
      to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn", p.amount_fen::float8 AS "amountFen", p.issued_at AS "issuedAt",
      p.revoked_at AS "revokedAt"
    FROM purchase_certificate p LEFT JOIN district q ON q.code = p.district_code
    WHERE ${before}::timestamptz IS NULL OR (p.issued_at, p.code) < (${before}::timestamptz, ${beforeCode})
    ORDER BY p.issued_at DESC, p.code DESC LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize).map(({ subjectEn, ...row }) => ({
    ...row,
    subject: inLocale(locale, row.subject, subjectEn ?? row.subject),
  }))
  const end = rows.length > pageSize ? items.at(-1) : undefined
  return { items, next: end ? encodeCursor([end.issuedAt.toISOString(), end.code]) : null }
}

/** The column's shape: division to fen, as text. */
const divisionSums = z.record(
  z.string(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number)
    .transform(fen),
)

type Row = Omit<Certificate, 'fair' | 'divisions'> &
  Bilingual & {
    divisions: unknown
    names: Record<string, string>
    fair: string | null
    isDemonstration: boolean | null
    revokeReason: string | null
  }

/** What the staff sees of it besides. */
export type IssuedCertificate = Certificate & { revokeReason: string | null }

/** Null for a code that nothing was issued with. */
export async function findCertificate(
  { pool }: Reading,
  locale: Locale,
  code: string,
): Promise<IssuedCertificate | null> {
  const isChinese = locale === 'zh'
  const [row] = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT p.code, p.kind, p.subject, q.name_en AS "subjectEn", to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn",
      to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn", p.amount_fen::float8 AS "amountFen", p.issued_at AS "issuedAt",
      p.signed_fen::float8 AS "signedFen", p.revoked_at AS "revokedAt", p.revoke_reason AS "revokeReason", p.divisions,
      CASE WHEN ${isChinese} OR x.name_en = '' THEN x.name ELSE x.name_en END AS fair, x.is_demonstration AS "isDemonstration",
      (SELECT json_object_agg(code, CASE WHEN ${isChinese} OR name_en = '' THEN name ELSE name_en END) FROM division) AS names
    FROM purchase_certificate p LEFT JOIN district q ON q.code = p.district_code
    LEFT JOIN exhibition x ON x.id = p.exhibition_id
    WHERE p.code = ${code}`
  if (!row) return null
  const { subjectEn, divisions, names, fair, isDemonstration, ...certificate } = row
  const sums = Object.entries(divisionSums.parse(divisions))
  return {
    ...certificate,
    subject: inLocale(locale, row.subject, subjectEn ?? row.subject),
    fair: fair === null ? null : { name: fair, isDemonstration: isDemonstration === true },
    divisions: sums
      .map(([division, amountFen]) => ({ code: division, name: names[division] ?? division, amountFen }))
      .sort((one, other) => other.amountFen - one.amountFen || one.code.localeCompare(other.code)),
  }
}

/** For everybody with the code: without what is the staff's. */
export async function checkCertificate(
  reading: Reading,
  locale: Locale,
  code: string,
): Promise<Certificate | null> {
  const found = await findCertificate(reading, locale, code)
  if (!found) return null
  const { revokeReason: _, ...certificate } = found
  return certificate
}

export type CertificateChoices = Record<'fairs' | 'districts', Array<Choice>> & {
  organisations: Array<string>
}

/** What the form offers: fairs, districts, and the buyers of contracts that were verified. */
export async function listCertificateChoices(reading: Reading, locale: Locale): Promise<CertificateChoices> {
  const sql = sqlOn(reading.pool)
  const [fairs, districts, buyers] = await Promise.all([
    listFairChoices(reading, locale),
    sql.$queryRaw<Array<Choice>>`
      SELECT code AS key, CASE WHEN ${locale === 'zh'} OR name_en = '' THEN name ELSE name_en END AS title FROM district ORDER BY sort`,
    sql.$queryRaw<Array<{ buyer: string }>>`
      SELECT DISTINCT buyer FROM contract WHERE status = 'verified' AND kind IN ('purchase', 'framework')
      ORDER BY buyer LIMIT 500`,
  ])
  return { fairs, districts, organisations: buyers.map(({ buyer }) => buyer) }
}
