import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant, shanghaiDay } from '#app/kernel/clock.ts'
import { isBigId } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { BoothKey } from './booth-lock.server.ts'
import type { Tender } from './tender.ts'

export type DaySale = {
  ref: string
  at: Date
  title: string
  /** Null for what is not in the catalogue: its title is what was typed, if it was. */
  label: string | null
  pieces: number
  grams: number | null
  amountFen: number
  tender: Tender | null
  by: string
  isOwn: boolean
  /** Why it was taken back, empty if that was at the till, at once; null when it was not. */
  voided: string | null
  /** Covered by a close. */
  isVerified: boolean
  /** The Shanghai day of the sale that this gives back, where that was another: its money left the drawer on this one. */
  givesBack: string | null
  /** Why it was given back. */
  reason: string | null
}

type Row = Omit<DaySale, 'title' | 'label' | 'givesBack'> & {
  id: string
  title: string | null
  titleEn: string | null
  label: string | null
  labelEn: string | null
  recordedBy: string
  soldAt: Date | null
}

const pageSize = 50

/** A booth's sales of a Shanghai day, and what it gave back of other days, the last first, by keyset. */
export async function listDaySales(
  { pool }: Pick<Services, 'pool'>,
  { staff }: OrganizerScope,
  locale: Locale,
  { exhibitionId, enterpriseId }: BoothKey,
  { day, after }: { day: string; after: string | null },
): Promise<Page<DaySale>> {
  const [lastAt, lastId] = readCursor(after, isInstant, isBigId) ?? ['infinity', '0']
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT s.id::text, s.external_ref AS ref, s.occurred_at AS at, COALESCE(p.title, s.goods_name) AS title,
      p.title_en AS "titleEn", v.label,
      v.label_en AS "labelEn", s.quantity AS pieces, s.grams, s.amount_fen::float8 AS "amountFen", s.tender,
      s.recorded_by AS "recordedBy", COALESCE(m.name, s.recorded_by) AS by,
      CASE WHEN c.id IS NULL THEN NULL ELSE COALESCE(c.note, '') END AS voided, w.id IS NOT NULL AS "isVerified",
      sold.occurred_at AS "soldAt", s.note AS reason
    FROM sale_entry s LEFT JOIN variant v ON v.id = s.variant_id LEFT JOIN product p ON p.id = v.product_id
    LEFT JOIN staff m ON m.id::text = s.recorded_by LEFT JOIN sale_entry c ON c.corrects_id = s.id
    LEFT JOIN sale_verification w ON w.entry_id = s.id LEFT JOIN sale_entry sold ON sold.id = s.corrects_id
    WHERE s.exhibition_id = ${exhibitionId} AND s.enterprise_id = ${enterpriseId} AND s.channel = 'onsite'
      AND s.source = 'device' AND (s.kind = 'sale'
        OR (sold.occurred_at AT TIME ZONE 'Asia/Shanghai')::date <> ${day}::date)
      AND s.occurred_at >= (${day}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND s.occurred_at < (${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND (s.occurred_at, s.id) < (${lastAt}::timestamptz, ${lastId}::bigint)
    ORDER BY s.occurred_at DESC, s.id DESC LIMIT ${pageSize + 1}`
  const shown = rows.slice(0, pageSize)
  const end = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => saleOf(row, locale, staff.staffId)),
    next: end ? encodeCursor([end.at.toISOString(), end.id]) : null,
  }
}

function saleOf(row: Row, locale: Locale, staffId: string): DaySale {
  const { id: _id, titleEn, labelEn, recordedBy, soldAt, ...sale } = row
  return {
    ...sale,
    title: row.title === null ? '' : inLocale(locale, row.title, titleEn),
    label: row.label === null ? null : inLocale(locale, row.label, labelEn),
    isOwn: recordedBy === staffId,
    givesBack: soldAt && shanghaiDay(soldAt),
  }
}
