import { z } from 'zod'
import { mobileField } from './mobile-field.ts'

const line = (max: number) => z.string().trim().max(max, 'too-long')

/** Where to deliver and to whom: the address book's form, and the guest's part of the checkout. Codes are words of the page. */
export const deliveryFields = {
  recipient: line(30).min(1, 'recipient-required'),
  phone: mobileField,
  /** What the districts were shown of, if the page has a list of them. */
  provinceCode: z.string().default(''),
  districtCode: z.string().regex(/^\d{6}$/, 'district-required'),
  street: line(60).default(''),
  detail: line(120).min(5, 'detail-too-short'),
  postcode: z
    .string()
    .trim()
    .regex(/^(\d{6})?$/, 'invalid-postcode')
    .default(''),
}

type Region = { provinceCode: string; districtCode: string }

/**
 * Another province was chosen, and its districts were not: without JavaScript the list of the former one still stands
 * there, and the parcel would go to the other end of the country.
 */
export function checkRegion({ provinceCode, districtCode }: Region, context: z.RefinementCtx): void {
  if (provinceCode === '' || districtCode.startsWith(provinceCode)) return
  context.addIssue({ code: 'custom', message: 'district-required', path: ['districtCode'] })
}

export const addressSchema = z
  .object({
    ...deliveryFields,
    tag: z.enum(['home', 'company']).or(z.literal('')).default('').catch(''),
    isDefault: z.literal('on').optional().transform(Boolean),
  })
  .superRefine(checkRegion)
  .transform(({ provinceCode: _, ...address }) => address)

export type AddressInput = z.infer<typeof addressSchema>
