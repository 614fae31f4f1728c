import { randomBytes } from 'node:crypto'
import type { NewEntry } from '#app/domain/sales/sale-entry.ts'
import type { Database } from '#app/platform/db.server.ts'
import { formOf } from './forms.ts'
import { samplePaper } from './papers.ts'

/** A fair of five days from 23 November 2026, Shanghai. */
export async function createFair(
  db: Database,
  changes: {
    slug?: string
    isPublished?: boolean
    isDemonstration?: boolean
    hasPublicFigure?: boolean
    startsAt?: Date
    endsAt?: Date
  } = {},
) {
  return await db.exhibition.create({
    data: {
      slug: `fair-${randomBytes(4).toString('hex')}`,
      name: '赤峰好物进北京',
      nameEn: 'Chifeng Good Products in Beijing',
      kind: 'trade-fair',
      city: '北京市',
      cityEn: 'Beijing',
      summary: '',
      summaryEn: '',
      startsAt: new Date('2026-11-22T16:00:00Z'),
      endsAt: new Date('2026-11-27T16:00:00Z'),
      printedFigures: [],
      ...changes,
    },
  })
}

/** A sale at a booth, on the fair's second day at noon, unless `changes` says otherwise. */
export function boothEntry(
  where: { exhibitionId: number | null; enterpriseId: number; variantId: number },
  changes: Partial<NewEntry> = {},
): NewEntry {
  return {
    ...where,
    channel: 'onsite',
    kind: 'sale',
    quantity: 1,
    amountFen: 2_000,
    tender: 'wechat',
    occurredAt: new Date('2026-11-24T04:00:00Z'),
    recordedBy: 'test',
    source: 'device',
    externalRef: randomBytes(8).toString('hex'),
    ...changes,
  }
}

/** The form of a fair's document. */
export function fairPaper(title = '展位布置方案'): FormData {
  const type = 'application/pdf'
  const file = new File([new Uint8Array(samplePaper(title))], `${title}.pdf`, { type })
  return formOf({ key: crypto.randomUUID(), title, file })
}

/** Two hours of one host, on the evening of a fair's second day. */
export async function createLivestream(
  db: Database,
  own: { exhibitionId?: number; startsAt?: Date; endsAt?: Date } = {},
) {
  return await db.livestream.create({
    data: {
      slug: 'aohan-1',
      title: '敖汉专场',
      titleEn: 'Aohan',
      host: '小满',
      hostAccount: '900000001',
      startsAt: new Date('2026-11-24T12:00:00Z'),
      endsAt: new Date('2026-11-24T14:00:00Z'),
      ...own,
    },
  })
}
