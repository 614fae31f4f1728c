import { type MeasureKind, readExhibitionKind } from '#app/domain/exhibitions/exhibition.ts'
import { readFigures } from '#app/domain/exhibitions/figures.ts'
import { channels } from '#app/domain/sales/sale-entry.ts'
import { threeFigures } from '#app/domain/sales/three-figures.ts'
import { day, shanghaiDay } from '#app/kernel/clock.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { addFen, type Fen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { type ComparedFair, type ComparedRow, type Comparison, mostCompared } from './comparison.ts'

type FairRow = Omit<
  ComparedFair,
  'name' | 'kind' | 'startsOn' | 'endsOn' | 'printed' | 'figures' | 'measures'
> & {
  id: number
  name: string
  nameEn: string
  kind: string
  startsAt: Date
  endsAt: Date
  printedFigures: unknown
  measures: Partial<Record<MeasureKind, number>> | null
}
type Sum = {
  fairId: number
  dimension: 'all' | 'division'
  grain: 'day' | 'total'
  channel: string
  key: string
  day: string
  amountFen: Fen
  verifiedFen: Fen
}
type Division = { code: string; name: string; nameEn: string }

/** The fairs of the address side by side, from their sums; unknown ones are left out. */
export async function compareFairs(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
  slugs: ReadonlyArray<string>,
): Promise<Comparison> {
  const sql = sqlOn(pool)
  const rows = await findFairs(sql, [...new Set(slugs)].slice(0, mostCompared))
  const [sums, divisions] = await Promise.all([
    readSums(
      sql,
      rows.map(({ id }) => id),
    ),
    sql.$queryRaw<Array<Division>>`SELECT code, name, name_en AS "nameEn" FROM division ORDER BY sort`,
  ])
  const part = (dimension: Sum['dimension'], grain: Sum['grain']) =>
    sums.filter((sum) => sum.dimension === dimension && sum.grain === grain)
  const totals = part('all', 'total')
  const amount = (fair: FairRow, of: ReadonlyArray<Sum>) => {
    if (!totals.some(({ fairId }) => fairId === fair.id)) return null
    return addFen(...of.filter(({ fairId }) => fairId === fair.id).map(({ amountFen }) => amountFen))
  }
  const row = (key: string, name: string, of: ReadonlyArray<Sum>): ComparedRow => ({
    key,
    name,
    amounts: rows.map((fair) => amount(fair, of)),
  })
  const byDivision = part('division', 'total')
  return {
    fairs: rows.map((fair) => fairOf(fair, locale, totals)),
    channels: channels.map((channel) =>
      row(
        channel,
        channel,
        totals.filter((sum) => sum.channel === channel),
      ),
    ),
    divisions: divisions.map(({ code, name, nameEn }) =>
      row(
        code,
        inLocale(locale, name, nameEn),
        byDivision.filter((sum) => sum.key === code),
      ),
    ),
    days: daysOf(rows, part('all', 'day'), row),
  }
}

/** In the order of the address. */
async function findFairs(sql: Sql, slugs: ReadonlyArray<string>): Promise<Array<FairRow>> {
  return await sql.$queryRaw<Array<FairRow>>`
    SELECT x.id, x.slug, x.name, x.name_en AS "nameEn", x.kind, x.starts_at AS "startsAt", x.ends_at AS "endsAt",
      x.is_month_only AS "isMonthOnly", x.is_demonstration AS "isDemonstration", x.printed_figures AS "printedFigures",
      (SELECT count(*)::int FROM exhibition_booth WHERE exhibition_id = x.id) AS exhibitors,
      (SELECT json_object_agg(kind, value) FROM (SELECT kind, sum(value)::int AS value FROM exhibition_measure
       WHERE exhibition_id = x.id GROUP BY kind) AS counted) AS measures
    FROM exhibition x WHERE x.slug = ANY(${slugs}::text[])
    ORDER BY array_position(${slugs}::text[], x.slug)`
}

async function readSums(sql: Sql, ids: ReadonlyArray<number>): Promise<Array<Sum>> {
  return await sql.$queryRaw<Array<Sum>>`
    SELECT exhibition_id AS "fairId", dimension, grain, channel, key,
      to_char(bucket AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day,
      amount_fen::float8 AS "amountFen", verified_fen::float8 AS "verifiedFen"
    FROM sale_rollup
    WHERE exhibition_id = ANY(${ids}::int[]) AND ((dimension = 'all' AND key = 'all' AND grain IN ('day', 'total'))
      OR (dimension = 'division' AND grain = 'total'))`
}

function fairOf(row: FairRow, locale: Locale, totals: ReadonlyArray<Sum>): ComparedFair {
  const { id, nameEn, startsAt, endsAt, printedFigures, measures, ...fair } = row
  const own = totals.filter(({ fairId }) => fairId === id)
  return {
    ...fair,
    name: inLocale(locale, row.name, nameEn),
    kind: readExhibitionKind(row.kind),
    startsOn: shanghaiDay(startsAt),
    endsOn: shanghaiDay(new Date(endsAt.getTime() - 1)),
    printed: readFigures(printedFigures, locale),
    measures: measures ?? {},
    figures:
      own.length === 0
        ? null
        : {
            ...threeFigures(own.map(({ channel, amountFen }) => [channel, amountFen])),
            verifiedFen: addFen(...own.map(({ verifiedFen }) => verifiedFen)),
          },
  }
}

/** The days on which anything was sold, counted from each fair's own first; what came before it or after it, too. */
function daysOf(
  fairs: ReadonlyArray<FairRow>,
  sums: ReadonlyArray<Sum>,
  row: (key: string, name: string, of: ReadonlyArray<Sum>) => ComparedRow,
): Array<ComparedRow> {
  const firstOf = new Map(fairs.map(({ id, startsAt }) => [id, Date.parse(shanghaiDay(startsAt))]))
  const ordinal = (sum: Sum) => (Date.parse(sum.day) - (firstOf.get(sum.fairId) ?? 0)) / day + 1
  const ordinals = [...new Set(sums.map(ordinal))].sort((one, other) => one - other)
  return ordinals.map((each) =>
    row(
      String(each),
      String(each),
      sums.filter((sum) => ordinal(sum) === each),
    ),
  )
}

/** The fairs that one may choose from, the latest first. */
export async function listComparable(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
): Promise<Array<{ slug: string; name: string }>> {
  return await sqlOn(pool).$queryRaw`
    SELECT slug, CASE WHEN ${locale === 'zh'} OR name_en = '' THEN name ELSE name_en END AS name
    FROM exhibition ORDER BY starts_at DESC, id DESC LIMIT 100`
}
