import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { readableCode } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { PrivatePaper } from '#app/platform/private-files.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { isSigned } from './contract.ts'
import type { ContractFacts } from './contract-form.ts'

export type Scan = PrivatePaper & { name: string }
type Refusal = Failure<
  'number-taken' | 'seller-unknown' | 'division-unknown' | 'signed-in-future' | 'outside-the-fair'
>
type Parties = {
  exhibitionId: number | null
  enterpriseId: number | null
  divisionCode: string | null
  districtCode: string | null
  categoryCode: string | null
  /** Whether the day is one of the fair's; true without a fair. */
  isInside: boolean
}

/**
 * Records a contract as one person claims it: signed ones go into the ledger at once, claimed until a second person
 * has verified them (T77). The form's key is the contract's id, so that a form sent twice records one.
 */
export async function recordContract(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  facts: ContractFacts,
  scan: Scan | null,
): Promise<Result<{ id: string; isNew: boolean }, Refusal>> {
  const now = clock.now()
  if (facts.signedOn > shanghaiDay(now)) return failure('signed-in-future')
  return await withTransaction(pool, async (tx) => {
    const parties = await findParties(tx, facts)
    if (facts.enterprise !== '' && parties.enterpriseId === null) return failure('seller-unknown')
    if (parties.divisionCode === null) return failure('division-unknown')
    if (!parties.isInside) return failure('outside-the-fair')
    const number = facts.number || `HT${shanghaiDay(now).replaceAll('-', '')}-${readableCode(5)}`
    const inserted = await tx.$executeRaw`
      INSERT INTO contract (id, number, exhibition_id, kind, title, buyer, buyer_code, buyer_district_code, enterprise_id,
        division_code, category_code, amount_fen, signed_on, scan_name, scan_key, scan_sha256, note, recorded_by, recorded_at)
      VALUES (${facts.key}::uuid, ${number}, ${parties.exhibitionId}, ${facts.kind}, ${facts.title}, ${facts.buyer},
        ${facts.buyerCode}, ${parties.districtCode}, ${parties.enterpriseId}, ${parties.divisionCode}, ${parties.categoryCode},
        ${facts.amount}, ${facts.signedOn}::date, ${scan?.name ?? null}, ${scan?.key ?? null}, ${scan?.sha256 ?? null},
        ${facts.note || null}, ${scope.staff.staffId}::uuid, ${now})
      ON CONFLICT DO NOTHING`
    if (inserted === 0) return await whichOne(tx, facts.key)
    await postContract(tx, now, scope, facts, parties)
    await writeAudit(tx, now, scope, {
      action: 'record-contract',
      subject: ['contract', facts.key],
      after: {
        number,
        kind: facts.kind,
        buyer: facts.buyer,
        amountFen: facts.amount,
        signedOn: facts.signedOn,
      },
      ...(parties.enterpriseId === null ? {} : { enterpriseId: parties.enterpriseId }),
    })
    return success({ id: facts.key, isNew: true })
  })
}

/** The form came before, or somebody else's contract has its number. */
async function whichOne(tx: Sql, key: string): Promise<Result<{ id: string; isNew: boolean }, Refusal>> {
  const [own] = await tx.$queryRaw<Array<{ id: string }>>`SELECT id FROM contract WHERE id = ${key}::uuid`
  return own ? success({ id: own.id, isNew: false }) : failure('number-taken')
}

async function findParties(tx: Sql, facts: ContractFacts): Promise<Parties> {
  const [parties] = await tx.$queryRaw<Array<Parties>>`
    SELECT x.id AS "exhibitionId", e.id AS "enterpriseId", COALESCE(e.division_code, d.code) AS "divisionCode",
      q.code AS "districtCode", c.code AS "categoryCode",
      COALESCE(x.starts_at < (${facts.signedOn}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND x.ends_at > ${facts.signedOn}::date::timestamp AT TIME ZONE 'Asia/Shanghai', ${facts.exhibition} = '') AS "isInside"
    FROM (SELECT 1) AS one
    LEFT JOIN exhibition x ON x.slug = ${facts.exhibition} AND NOT x.is_month_only
    LEFT JOIN enterprise e ON e.slug = ${facts.enterprise}
    LEFT JOIN division d ON d.code = ${facts.division}
    LEFT JOIN district q ON q.code = ${facts.buyerDistrict}
    LEFT JOIN category c ON c.code = ${facts.category}`
  if (!parties) throw new Error('a row of one has none')
  return parties
}

/** It counts on the day on which it was signed: now, if that is today, else that day's noon. */
async function postContract(
  tx: Sql,
  now: Date,
  scope: OrganizerScope,
  facts: ContractFacts,
  parties: Parties,
): Promise<void> {
  const { exhibitionId, enterpriseId, districtCode, categoryCode } = parties
  if (!isSigned(facts.kind) || enterpriseId === null) return
  const isToday = facts.signedOn === shanghaiDay(now)
  await appendEntries(tx, now, [
    {
      exhibitionId,
      channel: 'contract',
      kind: 'sale',
      enterpriseId,
      variantId: null,
      categoryCode,
      quantity: 0,
      amountFen: facts.amount,
      beijingDistrictCode: districtCode,
      contractId: facts.key,
      occurredAt: isToday ? now : new Date(`${facts.signedOn}T12:00:00+08:00`),
      recordedBy: scope.staff.staffId,
      source: 'entry',
      externalRef: `contract:${facts.key}`,
    },
  ])
}
