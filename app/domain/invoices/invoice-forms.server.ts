import { z } from 'zod'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type FormState, formFiles, parseForm } from '#app/kernel/form.ts'
import { keepPrivatePaper, removePrivatePhotos } from '#app/platform/private-files.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { issueInvoice } from './issue-invoice.server.ts'
import { recordReversal } from './record-reversal.server.ts'

/** 20 digits on what is issued electronically today, 8 to 12 on older ones; people copy them with spaces. */
const number = z
  .string('invoice-number')
  .transform((text) => text.replaceAll(/\s/g, ''))
  .refine((text) => /^(\d{20}|\d{8,12})$/.test(text), 'invoice-number')
const formSchema = z.object({ id: z.uuid('unknown'), number })

export type InvoiceAnswer = {
  done?: 'issued' | 'reversed'
  /** What was wrong with the form of one row. */
  form?: FormState & { id: string }
}
type Issuing = Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'DATA_DIR'> }

/** Carries out what a form of the invoices' page asks for. */
export async function answerInvoiceForm(
  services: Issuing,
  scope: EnterpriseScope,
  form: FormData,
): Promise<InvoiceAnswer> {
  const parsed = parseForm(formSchema, form)
  const refuse = (field: string, code: string): InvoiceAnswer => ({
    form: { id: parsed.values.id ?? '', values: parsed.values, errors: { [field]: code } },
  })
  if (!parsed.ok) return { form: { ...parsed, id: parsed.values.id ?? '' } }
  if (form.get('intent') === 'reverse') {
    const recorded = await recordReversal(services, scope, parsed.value)
    return recorded.ok ? { done: 'reversed' } : refuse('number', 'changed-meanwhile')
  }
  const [file] = formFiles(form, 'paper')
  if (!file) return refuse('paper', 'paper-required')
  const kept = await keepPrivatePaper(services.env.DATA_DIR, new Uint8Array(await file.arrayBuffer()))
  if (!kept.ok) return refuse('paper', kept.code)
  const issued = await issueInvoice(services, scope, { ...parsed.value, fileKey: kept.value.key })
  if (issued.ok) return { done: 'issued' }
  await removePrivatePhotos(services.env.DATA_DIR, [kept.value.key])
  return refuse('number', issued.code)
}
