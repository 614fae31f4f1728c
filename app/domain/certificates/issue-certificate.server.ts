import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { after, day, shanghaiDay, startOfDay } from '#app/kernel/clock.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { readableCode } from '#app/kernel/ids.ts'
import { addFen, type Fen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { codeLength } from './certificate.ts'
import { type CertificateFacts, certificateForm } from './certificate-form.ts'

type Issuing = Pick<Services, 'pool' | 'clock'>
type Refusal = Failure<
  | 'district-unknown'
  | 'organisation-unknown'
  | 'fair-unknown'
  | 'ends-in-future'
  | 'nothing-verified'
  | 'already-issued'
>
type Subject = { name: string | null; districtCode: string | null; exhibitionId: number | null }

/** Which field a refusal belongs to. */
const fieldOf: Record<Refusal['code'], keyof CertificateFacts> = {
  'district-unknown': 'district',
  'organisation-unknown': 'organisation',
  'fair-unknown': 'exhibition',
  'ends-in-future': 'endsOn',
  'nothing-verified': 'startsOn',
  'already-issued': 'startsOn',
}

/** The form of a new certificate: its code, or what is wrong with it. */
export async function submitCertificate(
  services: Issuing,
  scope: OrganizerScope,
  form: FormData,
): Promise<{ code: string } | { state: FormState }> {
  const parsed = parseForm(certificateForm, form)
  if (!parsed.ok) return { state: parsed }
  const issued = await issueCertificate(services, scope, parsed.value)
  if (issued.ok) return { code: issued.value }
  return { state: { values: parsed.values, errors: { [fieldOf[issued.code]]: issued.code } } }
}

/**
 * Certifies what was bought in those days, as the ledger has it verified now; the amount never changes again. Of one
 * subject, fair and days one certificate is valid: the same again is that one, another amount first revokes it.
 */
export async function issueCertificate(
  { pool, clock }: Issuing,
  scope: OrganizerScope,
  facts: CertificateFacts,
): Promise<Result<string, Refusal>> {
  const now = clock.now()
  if (facts.endsOn > shanghaiDay(now)) return failure('ends-in-future')
  return await withTransaction(pool, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('purchase-certificate'), 0)`
    const subject = await findSubject(tx, facts)
    if (facts.exhibition !== '' && subject.exhibitionId === null) return failure('fair-unknown')
    if (subject.name === null)
      return failure(facts.kind === 'district' ? 'district-unknown' : 'organisation-unknown')
    const sums = await sumPurchases(tx, facts, subject)
    const amountFen = addFen(...sums.map((sum) => sum.amountFen))
    const signedFen = addFen(...sums.map((sum) => sum.signedFen))
    if (amountFen <= 0) return failure('nothing-verified')
    const valid = await findValid(tx, facts, subject)
    if (valid) return valid.amountFen === amountFen ? success(valid.code) : failure('already-issued')
    const code = readableCode(codeLength)
    const divisions = Object.fromEntries(sums.map((sum) => [sum.divisionCode, String(sum.amountFen)]))
    await tx.$executeRaw`
      INSERT INTO purchase_certificate (code, exhibition_id, kind, subject, district_code, starts_on, ends_on, amount_fen,
        signed_fen, divisions, issued_by, issued_at)
      VALUES (${code}, ${subject.exhibitionId}, ${facts.kind}, ${subject.name}, ${subject.districtCode},
        ${facts.startsOn}::date, ${facts.endsOn}::date, ${amountFen}, ${signedFen}, ${JSON.stringify(divisions)}::jsonb,
        ${scope.staff.name}, ${now})`
    await writeAudit(tx, now, scope, {
      action: 'issue-certificate',
      subject: ['certificate', code],
      after: { buyer: subject.name, startsOn: facts.startsOn, endsOn: facts.endsOn, amountFen, signedFen },
    })
    return success(code)
  })
}

async function findSubject(tx: Sql, facts: CertificateFacts): Promise<Subject> {
  const [subject] = await tx.$queryRaw<Array<Subject>>`
    SELECT q.code AS "districtCode", x.id AS "exhibitionId", CASE WHEN ${facts.kind} = 'district' THEN q.name
      ELSE (SELECT buyer FROM contract WHERE buyer = ${facts.organisation} LIMIT 1) END AS name
    FROM (SELECT 1) AS one
    LEFT JOIN district q ON q.code = ${facts.district} AND ${facts.kind} = 'district'
    LEFT JOIN exhibition x ON x.slug = ${facts.exhibition}`
  if (!subject) throw new Error('a row of one has none')
  return subject
}

/**
 * Verified sales and contracts of those days by division, less what was given back of them, whenever that came: a refund of another
 * day's sale is none of theirs. What was corrected later was not bought, although its correction counts on another day.
 * Without a fair it is everything but the demonstration: its fairs say that they are of it, and outside of fairs its
 * enterprises do. A refund's reference names the sale's: of an order by its line or
 * its shipping (post-orders.server.ts), of a platform by its sub-order (post-platform-orders.server.ts).
 */
async function sumPurchases(
  tx: Sql,
  { startsOn, endsOn }: CertificateFacts,
  { name, districtCode, exhibitionId }: Subject,
): Promise<Array<{ divisionCode: string; amountFen: Fen; signedFen: Fen }>> {
  const start = startOfDay(startsOn)
  const end = after(startOfDay(endsOn), day)
  return await tx.$queryRaw`
    WITH entry AS (
      SELECT e.kind, e.channel, e.source, e.division_code, e.amount_fen, e.occurred_at < ${end} AS is_within,
        CASE WHEN e.kind = 'sale' THEN e.external_ref WHEN e.source <> 'order' THEN split_part(e.external_ref, ':refund:', 1)
          WHEN split_part(e.external_ref, ':', 3) = 'shipping' THEN 'shipping:' || split_part(e.external_ref, ':', 4)
          ELSE 'line:' || split_part(e.external_ref, ':', 3) END AS sale_ref
      FROM sale_entry e JOIN sale_verification v ON v.entry_id = e.id
      JOIN enterprise s ON s.id = e.enterprise_id
      LEFT JOIN exhibition x ON x.id = e.exhibition_id LEFT JOIN contract c ON c.id = e.contract_id
      WHERE e.occurred_at >= ${start} AND e.kind <> 'correction'
        AND NOT EXISTS (SELECT FROM sale_entry k WHERE k.corrects_id = e.id)
        AND CASE WHEN ${exhibitionId}::int IS NULL THEN NOT COALESCE(x.is_demonstration, s.is_demonstration)
          ELSE e.exhibition_id = ${exhibitionId}::int END
        AND CASE WHEN ${districtCode}::text IS NULL THEN c.buyer = ${name} ELSE e.beijing_district_code = ${districtCode} END
    )
    SELECT e.division_code AS "divisionCode", sum(e.amount_fen)::float8 AS "amountFen",
      COALESCE(sum(e.amount_fen) FILTER (WHERE e.channel = 'contract'), 0)::float8 AS "signedFen"
    FROM entry e JOIN entry sale ON sale.kind = 'sale' AND sale.is_within AND sale.source = e.source AND sale.sale_ref = e.sale_ref
    GROUP BY 1 HAVING sum(e.amount_fen) <> 0 ORDER BY 2 DESC, 1`
}

async function findValid(
  tx: Sql,
  { kind, startsOn, endsOn }: CertificateFacts,
  { name, exhibitionId }: Subject,
): Promise<{ code: string; amountFen: Fen } | undefined> {
  const [valid] = await tx.$queryRaw<Array<{ code: string; amountFen: Fen }>>`
    SELECT code, amount_fen::float8 AS "amountFen" FROM purchase_certificate
    WHERE revoked_at IS NULL AND kind = ${kind} AND subject = ${name} AND starts_on = ${startsOn}::date
      AND ends_on = ${endsOn}::date AND exhibition_id IS NOT DISTINCT FROM ${exhibitionId}::int`
  return valid
}
