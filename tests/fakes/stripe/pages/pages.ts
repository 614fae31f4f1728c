import { readFileSync } from 'node:fs'
import { ApiError } from '../api-error.ts'
import { type CardBehaviour, declines, findCard, findCardByLast4 } from '../cards.ts'
import { type Answer, redirectAnswer } from '../http.ts'
import { findSession } from '../objects/session.ts'
import { type AttemptResult, complete, decline, tryCard } from '../payments.ts'
import type { SessionRecord } from '../records.ts'
import type { World } from '../world.ts'
import { type CardForm, cardPage, digitsOf, filledForm, problemText, wrongField } from './card-page.ts'
import { choosePage, methodTypes } from './choose-page.ts'
import { challengePage, completePage, expiredPage, missingPage } from './closed-pages.ts'
import { type PageContext, pageContext } from './layout.ts'
import { pageLocale } from './texts.ts'
import { phoneDonePage, phonePage, type Wallet, walletPage } from './wallet-page.ts'

export type PageRequest = { method: string; url: URL; form: URLSearchParams; acceptLanguage: string }

type Visit = { world: World; context: PageContext; request: PageRequest; isPost: boolean }

/** The hosted payment page: plain forms, so it works without JavaScript. */
export async function answerPage(world: World, request: PageRequest): Promise<Answer> {
  const { pathname, searchParams } = request.url
  if (pathname === '/c/assets/pay.css') return stylesheet()
  const [, place, id = '', step = ''] = /^\/c\/(pay|wallet)\/([^/]+)(?:\/(\w+))?$/.exec(pathname) ?? []
  const chosen = searchParams.get('lang')
  const record = readSession(world, id)
  if (place === undefined || record === null) {
    return missingPage(pageLocale(chosen, null, request.acceptLanguage))
  }
  const context = pageContext(record, pageLocale(chosen, record.session.locale, request.acceptLanguage))
  const visit = { world, context, request, isPost: request.method === 'POST' }
  if (place === 'wallet') return answerPhone(visit, step)
  if (record.session.status === 'expired') return expiredPage(context)
  if (record.session.status === 'complete') {
    return searchParams.has('check')
      ? redirectAnswer(returnUrl(record))
      : completePage(context, returnUrl(record))
  }
  return answerOpen(visit, step)
}

function answerOpen(visit: Visit, step: string): Answer | Promise<Answer> {
  const { context } = visit
  const offered = context.record.session.payment_method_types
  if (step === 'challenge') return answerChallenge(visit)
  const method = methodTypes.find((candidate) => candidate === step && offered.includes(candidate))
  if (method === undefined) return choosePage(context)
  return method === 'card' ? answerCard(visit) : answerWallet(visit, method)
}

function answerCard({ world, context, request, isPost }: Visit): Answer {
  const { t } = context
  if (!isPost) {
    const error = request.url.searchParams.get('error')
    const form = filledForm(request.url.searchParams.get('number'))
    return cardPage(context, form, error === null ? null : problemText(t, error), null)
  }
  const form: CardForm = {
    number: request.form.get('number') ?? '',
    expiry: request.form.get('expiry') ?? '',
    cvc: request.form.get('cvc') ?? '',
  }
  const wrong = wrongField(form, world.clock.seconds())
  const card = findCard(digitsOf(form.number))
  if (wrong !== null || card === null) return cardPage(context, form, t.errors[wrong ?? 'number'], wrong)
  const result = tryCard(world, context.record.session.id, card)
  if (result === 'declined') return cardPage(context, form, problemText(t, declineName(card)), null)
  return afterAttempt(context, result, 'card')
}

function declineName(card: CardBehaviour): string {
  const { declineCode, code } = card.decline ?? declines.generic
  return declineCode === 'insufficient_funds' ? declineCode : code
}

function answerChallenge({ world, context, request, isPost }: Visit): Answer {
  const card = challengedCard(world, context)
  if (card === null) return redirectAnswer(context.path())
  if (!isPost) return challengePage(context)
  const { id } = context.record.session
  const attempt = { method: 'card', card } as const
  if (request.form.get('result') !== 'complete') {
    decline(world, id, attempt, declines.authentication)
    return redirectAnswer(context.path('card', { error: declines.authentication.code }))
  }
  if (card.decline === null) return afterAttempt(context, complete(world, id, attempt), 'card')
  decline(world, id, attempt, card.decline)
  return redirectAnswer(context.path('card', { error: declineName(card) }))
}

/** The card that waits for 3-D Secure in this session, if one does. */
function challengedCard(world: World, { record }: PageContext): CardBehaviour | null {
  const intent = world.store.get('paymentIntents', String(record.session.payment_intent))
  if (intent?.status !== 'requires_action') return null
  const method = world.store.get('paymentMethods', String(intent.payment_method))
  return findCardByLast4(method?.card?.last4)
}

function answerWallet(visit: Visit, wallet: Wallet): Answer | Promise<Answer> {
  const { world, context, request, isPost } = visit
  const { t, record, locale } = context
  const problem = request.url.searchParams.has('check') ? t.notYetPaid : null
  const phoneUrl = `${world.publicUrl()}/c/wallet/${record.session.id}/${wallet}?lang=${locale}`
  if (!isPost) return walletPage(context, wallet, phoneUrl, problem)
  const result = payByWallet(visit, wallet)
  if (result === 'declined') {
    return walletPage(context, wallet, phoneUrl, t.errors.payment_intent_payment_attempt_failed)
  }
  return afterAttempt(context, result, wallet)
}

function answerPhone(visit: Visit, step: string): Answer {
  const { context, isPost } = visit
  const { status } = context.record.session
  if (status === 'expired') return expiredPage(context)
  if (status === 'complete') return phoneDonePage(context, true)
  const wallet = step === 'alipay' || step === 'wechat_pay' ? step : null
  if (wallet === null) return missingPage(context.locale)
  if (!isPost) return phonePage(context, wallet)
  return phoneDonePage(context, payByWallet(visit, wallet) !== 'declined')
}

function payByWallet({ world, context, request }: Visit, wallet: Wallet): AttemptResult {
  const { id } = context.record.session
  const attempt = { method: wallet, card: null }
  return request.form.get('result') === 'pay'
    ? complete(world, id, attempt)
    : decline(world, id, attempt, declines.wallet)
}

function afterAttempt(context: PageContext, result: AttemptResult, step: string): Answer {
  if (result === 'paid' || result === 'processing') return redirectAnswer(returnUrl(context.record))
  if (result === 'challenge') return redirectAnswer(context.path('challenge'))
  // Not open any more: the page of the session says why.
  return redirectAnswer(context.path(result === 'declined' ? step : ''))
}

function returnUrl({ session }: SessionRecord): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

function readSession(world: World, id: string): SessionRecord | null {
  try {
    return findSession(world, id)
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

function stylesheet(): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=60' },
    body: readFileSync(new URL('./pay.css', import.meta.url), 'utf8'),
  }
}
