import {
  type ReplyRefusal,
  replySchema,
  replyToAnswer,
  withdrawRequest,
} from '#app/domain/after-sales/reply.server.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import { sendReview } from '#app/domain/reviews/send-review.server.ts'
import type { ReviewRefusal } from '#app/domain/reviews/write-review.server.ts'
import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { failure } from '#app/kernel/result.ts'
import type { PhotoRefusal } from '#app/platform/pictures/keep-apart.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { buyAgain } from './buy-again.server.ts'
import { type CancelFailure, cancelGroup } from './cancel-group.server.ts'
import { cancelOrder } from './cancel-order.server.ts'
import { confirmReceipt } from './confirm-receipt.server.ts'
import type { AfterSaleRefusal } from './request-after-sale.server.ts'
import { sendAfterSale } from './send-after-sale.server.ts'

type Refused<Intent, Code> = FormState & { intent: Intent; lineId: string; failure: Code | null }
/** What was wrong with the form of one line. */
export type LineRefusal =
  | Refused<'after-sale', AfterSaleRefusal['code']>
  | Refused<'reply', ReplyRefusal['code']>
  | (Refused<'review', ReviewRefusal['code']> & { photos: Array<PhotoRefusal> })
export type OrderAnswer = {
  done?: 'cancelled' | 'bought-again' | 'received' | 'after-sale' | 'withdrawn' | 'replied' | 'review'
  /** Why the whole order was not changed. */
  failure?: CancelFailure['code']
  line?: LineRefusal
}

/** Carries out what a form of the order page asks for. */
export async function changeOrder(
  services: Services,
  scope: ShopperScope,
  groupId: string,
  form: FormData,
): Promise<OrderAnswer> {
  switch (form.get('intent')) {
    case 'buy-again':
      await buyAgain(services, scope, groupId)
      return { done: 'bought-again' }
    case 'cancel': {
      const cancelled = await cancelGroup(services, groupId)
      return cancelled.ok ? { done: 'cancelled' } : { failure: cancelled.code }
    }
    case 'cancel-order': {
      const cancelled = await cancelOrder(services, groupId, formValues(form).order ?? '')
      return cancelled.ok ? { done: 'cancelled' } : { failure: cancelled.code }
    }
    case 'confirm-receipt':
      await confirmReceipt(services, groupId, formValues(form).order ?? '')
      return { done: 'received' }
    case 'after-sale':
      return askAfterSale(services, groupId, form)
    case 'withdraw':
      return withdraw(services, groupId, form)
    case 'reply':
      return reply(services, groupId, form)
    case 'review':
      return review(services, scope, groupId, form)
    default:
      return {}
  }
}

async function askAfterSale(services: Services, groupId: string, form: FormData): Promise<OrderAnswer> {
  const sent = await sendAfterSale(services, groupId, form)
  if (sent.ok) return { done: 'after-sale' }
  const { errors, failure } = sent
  return { line: { ...refusedForm(form), intent: 'after-sale', errors, failure } }
}

async function reply(services: Services, groupId: string, form: FormData): Promise<OrderAnswer> {
  const refused = { ...refusedForm(form), intent: 'reply' as const }
  const parsed = parseForm(replySchema, form)
  if (!parsed.ok) return { line: { ...refused, errors: parsed.errors } }
  const replied = await replyToAnswer(services, groupId, parsed.value)
  return replied.ok ? { done: 'replied' } : { line: { ...refused, failure: replied.code } }
}

async function withdraw(services: Services, groupId: string, form: FormData): Promise<OrderAnswer> {
  const refused = { ...refusedForm(form), intent: 'reply' as const }
  const { requestId = '' } = refused.values
  const withdrawn = isUuid(requestId)
    ? await withdrawRequest(services, groupId, requestId)
    : failure('changed-meanwhile')
  return withdrawn.ok ? { done: 'withdrawn' } : { line: { ...refused, failure: withdrawn.code } }
}

async function review(
  services: Services,
  scope: ShopperScope,
  groupId: string,
  form: FormData,
): Promise<OrderAnswer> {
  const sent = await sendReview(services, scope, groupId, form)
  if (sent.ok) return { done: 'review' }
  const { errors, failure, photos } = sent
  return { line: { ...refusedForm(form), intent: 'review', errors, failure, photos } }
}

function refusedForm(form: FormData) {
  const values = formValues(form)
  return { lineId: values.lineId ?? '', values, errors: {}, failure: null }
}
