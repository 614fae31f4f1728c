import type { Answer } from '../http.ts'
import { html } from './html.ts'
import { amountDue, type PageContext, pageAnswer, topBar } from './layout.ts'
import { type PageLocale, textsFor } from './texts.ts'

export function challengePage(context: PageContext): Answer {
  const { t, amount, path } = context
  return pageAnswer({
    t,
    title: t.challengeTitle,
    top: topBar(context, 'challenge'),
    body: html`<p>${t.challengeNote(amount)}</p>
<form method="post" action="${path('challenge')}">
<button class="button" type="submit" name="result" value="complete">${t.challengeComplete}</button>
<button class="button quiet" type="submit" name="result" value="fail">${t.challengeFail}</button>
</form>`,
  })
}

export function expiredPage(context: PageContext): Answer {
  const { t, record } = context
  const { cancel_url: cancelUrl } = record.session
  return pageAnswer({
    t,
    title: t.expiredTitle,
    body: html`<p>${t.expiredNote}</p>
${cancelUrl === null ? null : html`<a class="button" href="${cancelUrl}">${t.backToShop}</a>`}`,
  })
}

export function completePage(context: PageContext, shopUrl: string): Answer {
  const { t, record } = context
  return pageAnswer({
    t,
    title: t.completeTitle,
    body: html`${amountDue(context)}
<p>${record.session.payment_status === 'paid' ? t.completeNote : t.processingNote}</p>
<a class="button" href="${shopUrl}">${t.backToShop}</a>`,
  })
}

export function missingPage(locale: PageLocale): Answer {
  const t = textsFor(locale)
  return pageAnswer({ t, status: 404, title: t.missingTitle, body: html`<p>${t.missingNote}</p>` })
}
