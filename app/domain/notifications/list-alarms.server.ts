import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isBigId, largestBig } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import type { Fen } from '#app/kernel/money.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { AlarmKind, AlarmStand } from './alarm.ts'

export type AlarmItem = {
  id: string
  kind: AlarmKind
  reference: string
  detail: Record<string, unknown>
  raisedAt: Date
  settledAt: Date | null
  /** Whose goods or sums; null where no enterprise is concerned. */
  enterprise: { slug: string; name: string } | null
  /** Which goods, with their size. */
  goods: string | null
  /** Number of the order group that the money is of. */
  order: string | null
  /** What the buyer has not got back: of a refund that failed, or of a payment that was set aside. */
  owedFen: Fen | null
}

type Row = Omit<AlarmItem, 'enterprise' | 'goods'> & {
  slug: string | null
  name: string | null
  nameEn: string | null
  title: string | null
  titleEn: string | null
  label: string | null
  labelEn: string | null
}

const pageSize = 20

/** Of the whole city, the newest first. */
export async function listAlarms(
  { pool }: Pick<Services, 'pool'>,
  _scope: OrganizerScope,
  locale: Locale,
  stand: AlarmStand,
  after: string | null,
): Promise<Page<AlarmItem>> {
  const [raisedAt, id] = readCursor(after, isInstant, isBigId) ?? ['infinity', largestBig]
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT a.id::text, a.kind, a.reference, a.detail, a.raised_at AS "raisedAt", a.resolved_at AS "settledAt", e.slug, e.name,
      e.name_en AS "nameEn", p.title, p.title_en AS "titleEn", v.label, v.label_en AS "labelEn", g.number AS order,
      COALESCE(r.amount_fen, y.received_fen) AS "owedFen"
    FROM (
      SELECT *, (detail ->> 'variantId')::int AS variant_id, (detail ->> 'enterpriseId')::int AS enterprise_id,
        CASE WHEN kind IN ('amount-mismatch', 'paid-twice') THEN reference::uuid END AS payment_id,
        CASE WHEN kind = 'refund-failed' THEN reference::uuid END AS refund_id,
        CASE WHEN kind = 'paid-after-release' THEN reference::uuid END AS group_id
      FROM alarm
      WHERE (resolved_at IS NULL) = (${stand} = 'open') AND (raised_at, id) < (${raisedAt}::timestamptz, ${id}::bigint)
      ORDER BY raised_at DESC, id DESC LIMIT ${pageSize + 1}
    ) a
    LEFT JOIN variant v ON v.id = a.variant_id LEFT JOIN product p ON p.id = v.product_id
    LEFT JOIN enterprise e ON e.id = COALESCE(p.enterprise_id, a.enterprise_id)
    LEFT JOIN payment y ON y.id = a.payment_id LEFT JOIN refund r ON r.id = a.refund_id
    LEFT JOIN order_group g ON g.id = COALESCE(y.group_id, r.group_id, a.group_id)
    ORDER BY a.raised_at DESC, a.id DESC`
  const items = rows.slice(0, pageSize).map((row) => toItem(row, locale))
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return { items, next: last ? encodeCursor([last.raisedAt.toISOString(), last.id]) : null }
}

function toItem(
  { slug, name, nameEn, title, titleEn, label, labelEn, ...row }: Row,
  locale: Locale,
): AlarmItem {
  const goods = title === null ? null : inLocale(locale, title, titleEn ?? '')
  return {
    ...row,
    detail: row.detail ?? {},
    enterprise: slug === null ? null : { slug, name: inLocale(locale, name ?? '', nameEn ?? '') },
    goods: goods && `${goods} ${inLocale(locale, label ?? '', labelEn ?? '')}`,
  }
}
