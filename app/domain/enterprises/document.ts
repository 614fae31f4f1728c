import { day, shanghaiDay } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'

export const documentKinds = [
  'business-licence',
  'food-licence',
  'gi-authorisation',
  'green-food',
  'organic',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** A business licence may be for good (长期); what is none of the known kinds may be anything. */
export function mustExpire(kind: DocumentKind): boolean {
  return kind !== 'business-licence' && kind !== 'other'
}

/** Without these nothing may be sold (电子商务法 art. 10 and 12): when one has ended, both sides are told. */
export const licenceKinds: ReadonlyArray<DocumentKind> = ['business-licence', 'food-licence']

/** Owners are warned so many days before the end. */
export const warningDays = [30, 7, 0] as const

export type DocumentState = 'valid' | 'expiring' | 'expired'

/** Whole days from today in Shanghai to the last day, which still counts; negative once it has passed. */
export function daysLeft(expiresOn: string, now: Date): number {
  return Math.round((Date.parse(expiresOn) - Date.parse(shanghaiDay(now))) / day)
}

export function documentState(expiresOn: string | null, now: Date): DocumentState {
  if (expiresOn === null) return 'valid'
  const left = daysLeft(expiresOn, now)
  if (left < 0) return 'expired'
  return left <= warningDays[0] ? 'expiring' : 'valid'
}

export type DocumentView = {
  id: string
  kind: DocumentKind
  number: string | null
  /** 2027-03-16; null = for good */
  expiresOn: string | null
  /** outlived: it ends, or has ended, and another of its kind holds longer. */
  state: DocumentState | 'outlived'
  /** How many photos it has. */
  photos: number
}

/** One photo of a paper, as its address names it. */
export type PhotoName = { documentId: string; index: number }

export function readPhotoName(params: {
  document?: string | undefined
  index?: string | undefined
}): PhotoName | null {
  const { document = '', index = '' } = params
  return isUuid(document) && /^\d$/.test(index) ? { documentId: document, index: Number(index) } : null
}
