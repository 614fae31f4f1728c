import { listEnterpriseChoices } from '#app/domain/enterprises/list-enterprise-choices.server.ts'
import { listFairChoices } from '#app/domain/exhibitions/list-fair-choices.server.ts'
import type { Choice } from '#app/kernel/choice.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { type Fen, zeroFen } from '#app/kernel/money.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { ContractKind, ContractStatus, FulfilmentKind } from './contract.ts'

type Reading = Pick<Services, 'pool'>

export type ContractItem = {
  id: string
  number: string
  kind: ContractKind
  status: ContractStatus
  title: string
  buyer: string
  seller: string
  amountFen: Fen
  paidFen: Fen
  signedOn: string
  /** Of a demonstration fair or, outside of fairs, of a demonstration enterprise. */
  isDemonstration: boolean
}
export type ContractFilter = {
  fair: string
  kind: ContractKind | ''
  status: ContractStatus | ''
  text: string
}
/** Of what the filter finds, cancelled ones only where it asks for them: intents and investments apart. */
export type ContractSums = Record<
  'signedFen' | 'verifiedFen' | 'intentFen' | 'investmentFen' | 'paidFen',
  Fen
>
const noSums: ContractSums = {
  signedFen: zeroFen,
  verifiedFen: zeroFen,
  intentFen: zeroFen,
  investmentFen: zeroFen,
  paidFen: zeroFen,
}

const pageSize = 30

/** The latest record first. */
export async function listContracts(
  { pool }: Reading,
  locale: Locale,
  { fair, kind, status, text, after }: ContractFilter & { after: string | null },
): Promise<Page<ContractItem>> {
  const [before = null] = readCursor(after, isUuid) ?? []
  const rows = await sqlOn(pool).$queryRaw<Array<ContractItem & Bilingual>>`
    SELECT c.id, c.number, c.kind, c.status, c.title, c.buyer, COALESCE(e.name, d.name) AS seller,
      COALESCE(e.name_en, d.name_en) AS "sellerEn", c.amount_fen::float8 AS "amountFen",
      to_char(c.signed_on, 'YYYY-MM-DD') AS "signedOn",
      (SELECT COALESCE(sum(f.amount_fen), 0)::float8 FROM contract_fulfilment f
       WHERE f.contract_id = c.id AND f.kind = 'payment') AS "paidFen",
      COALESCE(x.is_demonstration, e.is_demonstration, false) AS "isDemonstration"
    FROM contract c JOIN division d ON d.code = c.division_code
    LEFT JOIN enterprise e ON e.id = c.enterprise_id LEFT JOIN exhibition x ON x.id = c.exhibition_id
    WHERE (${fair} = '' OR x.slug = ${fair}) AND (${kind} = '' OR c.kind = ${kind}) AND (${status} = '' OR c.status = ${status})
      AND (${text} = '' OR strpos(c.title, ${text}) > 0 OR strpos(c.buyer, ${text}) > 0 OR c.number = ${text}
        OR strpos(e.name, ${text}) > 0)
      AND (${before}::uuid IS NULL OR c.id < ${before}::uuid)
    ORDER BY c.id DESC LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize).map(({ sellerEn, ...row }) => ({
    ...row,
    seller: inLocale(locale, row.seller, sellerEn),
  }))
  const last = items.at(-1)
  return { items, next: rows.length > pageSize && last ? encodeCursor([last.id]) : null }
}

type Bilingual = { sellerEn: string }

/** What is real and the demonstration apart; null for whichever there is none of, while there is the other. */
export async function sumContracts(
  { pool }: Reading,
  { fair, kind, status, text }: ContractFilter,
): Promise<{ real: ContractSums | null; demonstration: ContractSums | null }> {
  const parts = await sqlOn(pool).$queryRaw<Array<ContractSums & { isDemonstration: boolean }>>`
    SELECT COALESCE(x.is_demonstration, e.is_demonstration, false) AS "isDemonstration",
      COALESCE(sum(c.amount_fen) FILTER (WHERE c.kind IN ('purchase', 'framework')), 0)::float8 AS "signedFen",
      COALESCE(sum(c.amount_fen) FILTER (WHERE c.kind IN ('purchase', 'framework') AND c.status = 'verified'), 0)::float8
        AS "verifiedFen",
      COALESCE(sum(c.amount_fen) FILTER (WHERE c.kind = 'intent'), 0)::float8 AS "intentFen",
      COALESCE(sum(c.amount_fen) FILTER (WHERE c.kind = 'investment'), 0)::float8 AS "investmentFen",
      COALESCE(sum(f.paid) FILTER (WHERE c.kind IN ('purchase', 'framework')), 0)::float8 AS "paidFen"
    FROM contract c LEFT JOIN exhibition x ON x.id = c.exhibition_id LEFT JOIN enterprise e ON e.id = c.enterprise_id
    LEFT JOIN LATERAL (SELECT sum(amount_fen) AS paid FROM contract_fulfilment
      WHERE contract_id = c.id AND kind = 'payment') f ON true
    WHERE CASE WHEN ${status} = '' THEN c.status <> 'cancelled' ELSE c.status = ${status} END
      AND (${fair} = '' OR x.slug = ${fair}) AND (${kind} = '' OR c.kind = ${kind})
      AND (${text} = '' OR strpos(c.title, ${text}) > 0 OR strpos(c.buyer, ${text}) > 0 OR c.number = ${text}
        OR strpos(e.name, ${text}) > 0)
    GROUP BY 1`
  const { real, demonstration } = Object.fromEntries(
    parts.map(({ isDemonstration, ...sums }) => [isDemonstration ? 'demonstration' : 'real', sums]),
  )
  return { real: real ?? (demonstration ? null : noSums), demonstration: demonstration ?? null }
}

export type FulfilmentView = {
  id: string
  kind: FulfilmentKind
  amountFen: Fen
  on: string
  note: string | null
  /** Takes back the one before it: its amount is negative, its note says why. */
  isCorrection: boolean
  isCorrected: boolean
}
export type ContractView = Omit<ContractItem, 'seller'> & {
  buyerCode: string | null
  district: string | null
  enterprise: string | null
  division: string
  fair: string | null
  scanName: string | null
  scanSha256: string | null
  note: string | null
  recordedBy: string
  recordedAt: Date
  recordedById: string
  verifiedBy: string | null
  verifiedAt: Date | null
  cancelledBy: string | null
  cancelledAt: Date | null
  cancelReason: string | null
  deliveredFen: Fen
  fulfilments: Array<FulfilmentView>
}

/** Null for what is no contract's id. */
export async function findContract(
  { pool }: Reading,
  locale: Locale,
  id: string,
): Promise<ContractView | null> {
  if (!isUuid(id)) return null
  const sql = sqlOn(pool)
  const isChinese = locale === 'zh'
  const [contract] = await sql.$queryRaw<Array<ContractView>>`
    SELECT c.id, c.number, c.kind, c.status, c.title, c.buyer, c.buyer_code AS "buyerCode", c.amount_fen::float8 AS "amountFen",
      to_char(c.signed_on, 'YYYY-MM-DD') AS "signedOn", c.scan_name AS "scanName", c.scan_sha256 AS "scanSha256", c.note,
      c.cancel_reason AS "cancelReason", c.recorded_at AS "recordedAt", c.verified_at AS "verifiedAt",
      c.cancelled_at AS "cancelledAt", c.recorded_by AS "recordedById", r.name AS "recordedBy", v.name AS "verifiedBy",
      k.name AS "cancelledBy",
      CASE WHEN ${isChinese} OR e.name_en = '' THEN e.name ELSE e.name_en END AS enterprise,
      CASE WHEN ${isChinese} OR d.name_en = '' THEN d.name ELSE d.name_en END AS division,
      CASE WHEN ${isChinese} OR q.name_en = '' THEN q.name ELSE q.name_en END AS district,
      CASE WHEN ${isChinese} OR x.name_en = '' THEN x.name ELSE x.name_en END AS fair,
      COALESCE(x.is_demonstration, e.is_demonstration, false) AS "isDemonstration"
    FROM contract c JOIN division d ON d.code = c.division_code
    LEFT JOIN enterprise e ON e.id = c.enterprise_id LEFT JOIN district q ON q.code = c.buyer_district_code
    LEFT JOIN exhibition x ON x.id = c.exhibition_id
    LEFT JOIN staff r ON r.id = c.recorded_by LEFT JOIN staff v ON v.id = c.verified_by
    LEFT JOIN staff k ON k.id = c.cancelled_by
    WHERE c.id = ${id}::uuid`
  if (!contract) return null
  const fulfilments = await listFulfilments(sql, id)
  const sum = (kind: FulfilmentKind) =>
    fulfilments.reduce((total, part) => total + (part.kind === kind ? part.amountFen : 0), 0) as Fen
  return { ...contract, fulfilments, paidFen: sum('payment'), deliveredFen: sum('delivery') }
}

async function listFulfilments(sql: Sql, id: string): Promise<Array<FulfilmentView>> {
  return await sql.$queryRaw<Array<FulfilmentView>>`
    SELECT f.id, f.kind, f.amount_fen::float8 AS "amountFen", to_char(f."on", 'YYYY-MM-DD') AS "on", f.note,
      f.corrects_id IS NOT NULL AS "isCorrection", k.id IS NOT NULL AS "isCorrected"
    FROM contract_fulfilment f LEFT JOIN contract_fulfilment k ON k.corrects_id = f.id
    WHERE f.contract_id = ${id}::uuid ORDER BY f."on", COALESCE(f.corrects_id, f.id), f.corrects_id IS NOT NULL LIMIT 500`
}

export async function findScan({ pool }: Reading, id: string): Promise<{ key: string; name: string } | null> {
  if (!isUuid(id)) return null
  const [scan] = await sqlOn(pool).$queryRaw<Array<{ key: string; name: string }>>`
    SELECT scan_key AS key, scan_name AS name FROM contract WHERE id = ${id}::uuid AND scan_key IS NOT NULL`
  return scan ?? null
}

export type ContractChoices = Record<Place | 'fairs' | 'enterprises', Array<Choice>>
type Place = 'divisions' | 'districts' | 'categories'

/** What the form of a contract offers: the fairs, places and kinds of goods, and the enterprises by name. */
export async function listContractChoices(reading: Reading, locale: Locale): Promise<ContractChoices> {
  const [fairs, enterprises, places] = await Promise.all([
    listFairChoices(reading, locale),
    listEnterpriseChoices(reading, locale),
    listPlaces(reading, locale),
  ])
  return { fairs, enterprises, ...places }
}

async function listPlaces({ pool }: Reading, locale: Locale): Promise<Record<Place, Array<Choice>>> {
  const rows = await sqlOn(pool).$queryRaw<Array<Choice & { list: Place }>>`
    SELECT list, key, CASE WHEN ${locale === 'zh'} OR name_en = '' THEN name ELSE name_en END AS title FROM (
      SELECT 'divisions' AS list, code AS key, name, name_en, sort FROM division
      UNION ALL SELECT 'districts', code, name, name_en, sort FROM district
      UNION ALL SELECT 'categories', code, name, name_en, sort FROM category WHERE parent_code IS NULL
    ) AS places ORDER BY list, sort`
  const of = (list: Place) =>
    rows.filter((row) => row.list === list).map(({ key, title }) => ({ key, title }))
  return { divisions: of('divisions'), districts: of('districts'), categories: of('categories') }
}
