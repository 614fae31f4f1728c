import { z } from 'zod'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { Sheet } from '#app/platform/sheets/write-sheet.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { Storage } from './parcels.ts'

/** A day of a busy shop; whoever sends more takes two files. */
export const mostWaybills = 300

export const waybillsSchema = z.object({ reason: reasonField })

export type WaybillWords = {
  name: string
  headings: ReadonlyArray<string>
  goods: (title: string, label: string, quantity: number) => string
  storage: Readonly<Record<Storage, string>>
}

type Waybill = {
  number: string
  storage: Storage
  recipient: string
  phone: string
  address: string
  note: string | null
  pieces: number
  lines: Array<{ title: string; titleEn: string; label: string; labelEn: string; quantity: number }>
}

/**
 * What a carrier's program asks for, a row a parcel that waits, with whole phone and address: so there is a reason, and
 * a row in the audit for each order (T97). Filled in with courier and number it is the file to ship by (tracking-file.ts).
 */
export async function takeWaybills(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  locale: Locale,
  words: WaybillWords,
  { numbers, reason }: { numbers: ReadonlyArray<string>; reason: string },
): Promise<Result<Sheet, Failure<'nothing-to-ship'>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const waybills = await readWaybills(tx, scope, numbers.slice(0, mostWaybills))
    if (waybills.length === 0) return failure('nothing-to-ship')
    for (const number of new Set(waybills.map((waybill) => waybill.number)))
      await writeAudit(tx, now, scope, { action: 'take-waybill', subject: ['order', number], reason })
    return success(sheetOf(waybills, locale, words))
  })
}

async function readWaybills(
  tx: Sql,
  { enterpriseId }: EnterpriseScope,
  numbers: ReadonlyArray<string>,
): Promise<Array<Waybill>> {
  return await tx.$queryRaw<Array<Waybill>>`
    SELECT o.number, p.storage, g.recipient, g.phone, concat_ws(' ', g.region, g.street, g.detail) AS address,
      NULLIF(g.note, '') AS note, u.pieces, u.lines
    FROM shop_order o JOIN order_group g ON g.id = o.group_id AND g.status = 'paid'
    JOIN parcel p ON p.order_id = o.id AND p.shipped_at IS NULL
    CROSS JOIN LATERAL (
      SELECT sum(u.quantity)::int AS pieces, json_agg(json_build_object('title', l.title, 'titleEn', l.title_en,
        'label', l.variant_label, 'labelEn', l.variant_label_en, 'quantity', u.quantity) ORDER BY l.id) AS lines
      FROM unsent_line u JOIN order_line l ON l.id = u.order_line_id WHERE u.parcel_id = p.id
    ) u
    WHERE o.enterprise_id = ${enterpriseId} AND o.number = ANY(${[...numbers]}::text[])
      AND o.status IN ('to-ship', 'partly-shipped') AND u.pieces > 0
    ORDER BY o.paid_at, o.number, p.storage, p.id`
}

function sheetOf(waybills: ReadonlyArray<Waybill>, locale: Locale, words: WaybillWords): Sheet {
  const goodsOf = ({ lines }: Waybill) =>
    lines
      .map((line) =>
        words.goods(
          inLocale(locale, line.title, line.titleEn),
          inLocale(locale, line.label, line.labelEn),
          line.quantity,
        ),
      )
      .join('；')
  return {
    name: words.name,
    columns: words.headings.map((heading) => ({ heading, width: 18 })),
    rows: waybills.map((waybill) => [
      waybill.number,
      waybill.recipient,
      waybill.phone,
      waybill.address,
      goodsOf(waybill),
      waybill.pieces,
      words.storage[waybill.storage],
      waybill.note,
      null,
      null,
    ]),
  }
}
