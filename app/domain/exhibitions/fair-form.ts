import { z } from 'zod'
import { after, day, startOfDay } from '#app/kernel/clock.ts'
import { dayField } from '#app/kernel/day-field.ts'
import { type ExhibitionKind, exhibitionKinds } from './exhibition.ts'

/** What organizers say of a fair; days are Shanghai's, the last one included. */
export type FairFacts = {
  name: string
  nameEn: string
  kind: ExhibitionKind
  city: string
  cityEn: string
  venue: string | null
  venueEn: string | null
  startsOn: string
  endsOn: string
  summary: string
  summaryEn: string
  isPublished: boolean
  hasPublicFigure: boolean
}

const line = (most: number) => z.string().trim().max(most, 'too-long').default('')
const orNull = (text: string) => text || null
const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')
const longestDays = 366

const facts = z.object({
  name: line(60).pipe(z.string().min(2, 'fair-name-needed')),
  nameEn: line(100),
  kind: z.enum(exhibitionKinds, 'fair-kind-needed'),
  city: line(30).pipe(z.string().min(2, 'city-needed')),
  cityEn: line(60),
  venue: line(60).transform(orNull),
  venueEn: line(100).transform(orNull),
  startsOn: dayField('invalid-date'),
  endsOn: dayField('invalid-date'),
  summary: line(1_000),
  summaryEn: line(2_000),
  isPublished: tick,
  hasPublicFigure: tick,
})

type Days = Pick<FairFacts, 'startsOn' | 'endsOn'>
const isInOrder = ({ startsOn, endsOn }: Days) => startsOn <= endsOn
const isShort = ({ startsOn, endsOn }: Days) =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / day < longestDays

export const fairSchema: z.ZodType<FairFacts> = facts
  .refine(isInOrder, { message: 'ends-before-start', path: ['endsOn'] })
  .refine(isShort, { message: 'fair-too-long', path: ['endsOn'] })

/** Its address is chosen once, printed on signs and never changes. */
export const slugSchema = z.object({
  slug: z
    .string()
    .trim()
    .regex(/^(?!(?:new|compare)$)[a-z0-9]+(-[a-z0-9]+)*$/, 'invalid-fair-slug')
    .min(3, 'invalid-fair-slug')
    .max(60, 'invalid-fair-slug'),
})

/** The first instant of the fair, and the first after it. */
export function windowOf({ startsOn, endsOn }: Days): { startsAt: Date; endsAt: Date } {
  return { startsAt: startOfDay(startsOn), endsAt: after(startOfDay(endsOn), day) }
}

/** As a form shows them. */
export function fairValues(fair: FairFacts): Record<string, string> {
  const { isPublished, hasPublicFigure, venue, venueEn, ...texts } = fair
  return {
    ...texts,
    venue: venue ?? '',
    venueEn: venueEn ?? '',
    isPublished: isPublished ? 'on' : '',
    hasPublicFigure: hasPublicFigure ? 'on' : '',
  }
}
