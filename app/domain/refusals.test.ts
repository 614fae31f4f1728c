import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { parseForm } from '#app/kernel/form.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { formOf } from '#tests/support/forms.ts'
import { checkoutSchema, savedAddressCheckoutSchema } from './checkout/checkout-form.ts'
import { invoiceSchema } from './orders/invoice-form.ts'
import { afterSaleSchema, findOrderSchema } from './orders/order-forms.ts'
import { addressSchema } from './people/address-form.ts'
import type { addAddress, editAddress } from './people/addresses.server.ts'
import { type addInvoiceTitle, invoiceTitleSchema } from './people/invoice-titles.server.ts'
import { profileSchema } from './people/profile.server.ts'
import { reviewSchema } from './reviews/write-review.server.ts'

// Refusals of whole forms are typed by their codes: a page that has no word for one does not compile. What is
// said of a field travels as text, from rules and, here, from use cases.
type CodeOf<UseCase extends (...values: Array<never>) => Promise<unknown>> =
  Extract<Awaited<ReturnType<UseCase>>, { ok: false }> extends { code: infer Code extends string }
    ? Code
    : never
type FieldCode = CodeOf<typeof addAddress> | CodeOf<typeof editAddress> | CodeOf<typeof addInvoiceTitle>
const words: Record<Exclude<FieldCode, 'not-found'>, string> = messagesFor('zh').people.errors

test('what a use case says of a field has its sentence in both languages (T98)', () => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(messagesFor('en').people.errors).sort())
})

const schemas: Record<string, z.ZodType> = {
  addressSchema,
  afterSaleSchema,
  checkoutSchema,
  findOrderSchema,
  invoiceSchema,
  invoiceTitleSchema,
  profileSchema,
  reviewSchema,
  savedAddressCheckoutSchema,
}

const ticks = new Set(['acceptsNoReturn', 'isAdult', 'isDefault'])
const typed = fc.oneof(
  fc.constantFrom('', ' ', '-1', '1.5', '9999999999999', 'company', 'x'.repeat(600), '1380013800'),
  fc.constantFrom('00000000-0000-4000-8000-000000000000', 'personal', '北京', '5', '110108'),
  fc.string(),
)

test.each(Object.entries(schemas))('what %s says of a field has its sentence (T98)', (_name, schema) => {
  const fields = fieldNames(schema)
  const form = fc.record(
    Object.fromEntries(fields.map((name) => [name, ticks.has(name) ? fc.constant('on') : typed])),
  )
  const codes = new Set<string>()
  const collect = (values: Record<string, string>) => {
    const parsed = parseForm(schema, formOf(values))
    if (!parsed.ok) for (const code of Object.values(parsed.errors)) codes.add(code)
  }
  fc.assert(fc.property(form, collect), { numRuns: 3_000 })
  expect([...codes]).not.toEqual([])
  expect([...codes]).not.toContain('unknown')
  collect({})
  expect([...codes].filter((code) => !(code in messagesFor('zh').people.errors))).toEqual([])
})

function fieldNames(schema: z.ZodType): Array<string> {
  const { def } = schema as unknown as { def: { in?: z.ZodType; shape?: Record<string, unknown> } }
  return def.in ? fieldNames(def.in) : Object.keys(def.shape ?? {})
}
