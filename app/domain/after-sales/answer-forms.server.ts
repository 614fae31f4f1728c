import { z } from 'zod'
import type { Paying } from '#app/domain/payments/payment-rows.server.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import { type AnswerRefusal, answerRequest, type RequestAnswer } from './answer-request.server.ts'
import type { Answering } from './lock-request.server.ts'

export type AnswerForm = {
  done?: RequestAnswer['kind']
  failure?: AnswerRefusal['code']
  form?: FormState
}

const text = z.string('answer-required').trim().min(2, 'answer-required').max(500, 'too-long')
const yuan = z.string().transform((typed, context) => {
  const amountFen = parseYuan(typed)
  if (amountFen !== null && amountFen > 0) return amountFen
  context.addIssue({ code: 'custom', message: 'amount-required' })
  return z.NEVER
})

const refund = z.object({ intent: z.literal('refund'), text })
const answerSchema = z.union([
  refund.extend({ basis: z.literal('amount'), amount: yuan }),
  refund.extend({ basis: z.enum(['units', 'order'], 'basis-required') }),
  z.object({ intent: z.enum(['await-return', 'refuse']), text }),
])

/** Carries out what the forms of a request ask for. */
export async function answerFromForm(
  services: Paying,
  scope: Answering,
  id: string,
  form: FormData,
): Promise<AnswerForm> {
  const schema = schemaOf(form)
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return { form: parsed }
  const answer = toAnswer(parsed.value)
  const answered = await answerRequest(services, scope, id, answer)
  return answered.ok ? { done: answer.kind } : { failure: answered.code }
}

type Input = z.infer<typeof answerSchema>

/** The one that the form is for, so that what is wrong is said of its fields. */
function schemaOf(form: FormData): z.ZodType<Input> {
  const [byAmount, byUnits, other] = answerSchema.options
  if (form.get('intent') !== 'refund') return other
  return form.get('basis') === 'amount' ? byAmount : byUnits
}

function toAnswer(input: Input): RequestAnswer {
  if (input.intent !== 'refund') return { kind: input.intent, text: input.text }
  const basis = input.basis === 'amount' ? { of: input.basis, amountFen: input.amount } : { of: input.basis }
  return { kind: 'refund', basis, text: input.text }
}
