import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type FormState, formFiles, formValues, parseForm } from '#app/kernel/form.ts'
import { keepPrivatePaper, removePrivatePhotos } from '#app/platform/private-files.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { issueInvoice } from './issue-invoice.server.ts'
import { recordReversal } from './record-reversal.server.ts'
import { replaceInvoice } from './replace-invoice.server.ts'

/** 20 digits on what is issued electronically today, 8 to 12 on older ones; people copy them with spaces. */
const number = z
  .string('invoice-number')
  .transform((text) => text.replaceAll(/\s/g, ''))
  .refine((text) => /^(\d{20}|\d{8,12})$/.test(text), 'invoice-number')
const formSchema = z.object({ id: z.uuid('unknown'), number })
const issueSchema = formSchema.extend({ amountFen: z.coerce.number('amount-changed').int('amount-changed') })
const replaceSchema = formSchema.extend({
  version: z.coerce.number('replaced-meanwhile').int('replaced-meanwhile').min(1, 'replaced-meanwhile'),
  reason: reasonField,
})

export type InvoiceAnswer = {
  done?: 'issued' | 'replaced' | 'reversed'
  /** What was wrong with the form of one row. */
  form?: FormState & { id: string }
  /** Somebody was first: what the page shows does not stand any more. */
  isOvertaken?: boolean
}
type Issuing = Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'DATA_DIR'> }

/** Carries out what a form of the invoices' page asks for. */
export async function answerInvoiceForm(
  services: Issuing,
  scope: EnterpriseScope,
  form: FormData,
): Promise<InvoiceAnswer> {
  if (form.get('intent') === 'replace') return await replace(services, scope, form)
  if (form.get('intent') === 'reverse') return await reverse(services, scope, form)
  const parsed = parseForm(issueSchema, form)
  if (!parsed.ok) return refuse(form, parsed.errors)
  return await withPaper(services, form, async (fileKey) => {
    if (!fileKey) return refuse(form, { paper: 'paper-required' })
    const issued = await issueInvoice(services, scope, { ...parsed.value, fileKey })
    if (issued.ok) return { done: 'issued' }
    return refuse(form, { [issued.code === 'amount-changed' ? 'amountFen' : 'number']: issued.code })
  })
}

async function reverse(services: Issuing, scope: EnterpriseScope, form: FormData): Promise<InvoiceAnswer> {
  const parsed = parseForm(formSchema, form)
  if (!parsed.ok) return refuse(form, parsed.errors)
  const recorded = await recordReversal(services, scope, parsed.value)
  return recorded.ok ? { done: 'reversed' } : refuse(form, { number: 'changed-meanwhile' })
}

async function replace(services: Issuing, scope: EnterpriseScope, form: FormData): Promise<InvoiceAnswer> {
  const parsed = parseForm(replaceSchema, form)
  if (!parsed.ok) return refuse(form, parsed.errors)
  return await withPaper(services, form, async (fileKey) => {
    const replaced = await replaceInvoice(services, scope, { ...parsed.value, fileKey })
    return replaced.ok ? { done: 'replaced' } : refuse(form, { number: replaced.code })
  })
}

/** Keeps the file that was chosen, if one was; not after a refusal. */
async function withPaper(
  { env: { DATA_DIR } }: Issuing,
  form: FormData,
  work: (fileKey: string | null) => Promise<InvoiceAnswer>,
): Promise<InvoiceAnswer> {
  const [file] = formFiles(form, 'paper')
  if (!file) return await work(null)
  const kept = await keepPrivatePaper(DATA_DIR, new Uint8Array(await file.arrayBuffer()))
  if (!kept.ok) return refuse(form, { paper: kept.code })
  const answer = await work(kept.value.key)
  if (!answer.done) await removePrivatePhotos(DATA_DIR, [kept.value.key])
  return answer
}

const overtaken = [
  'not-found',
  'already-issued',
  'nothing-kept',
  'amount-changed',
  'replaced-meanwhile',
  'changed-meanwhile',
]

function refuse(form: FormData, errors: FormState['errors']): InvoiceAnswer {
  const values = formValues(form)
  const isOvertaken = Object.values(errors).some((code) => overtaken.includes(code ?? ''))
  return { form: { id: values.id ?? '', values, errors }, ...(isOvertaken ? { isOvertaken } : {}) }
}
