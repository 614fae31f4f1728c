import { findCard } from '../cards.ts'
import type { Answer } from '../http.ts'
import { type Html, html } from './html.ts'
import { alertOf, amountDue, otherMethods, type PageContext, pageAnswer, topBar } from './layout.ts'
import type { Texts } from './texts.ts'

export type CardForm = { number: string; expiry: string; cvc: string }
export type CardField = keyof CardForm

export function cardPage(
  context: PageContext,
  form: CardForm,
  problem: string | null,
  wrong: CardField | null,
): Answer {
  const { t, amount, path } = context
  return pageAnswer({
    t,
    title: t.methods.card,
    top: topBar(context, 'card'),
    body: html`${amountDue(context)}
${alertOf(problem)}
<form method="post" action="${path('card')}">
${field('number', t.cardNumber, 'cc-number', form.number, wrong)}
<div class="pair">
${field('expiry', t.expiry, 'cc-exp', form.expiry, wrong)}
${field('cvc', t.cvc, 'cc-csc', form.cvc, wrong)}
</div>
<button class="button" type="submit">${t.pay(amount)}</button>
</form>
${otherMethods(context)}
<h2>${t.testNumbers}</h2>
<p class="note">${t.testNumbersNote}</p>
<ul class="numbers">
${Object.entries(t.cards).map(([number, effect]) => hint(context, number, effect))}
</ul>`,
  })
}

function field(
  name: CardField,
  label: string,
  autocomplete: string,
  value: string,
  wrong: CardField | null,
): Html {
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${value}" autocomplete="${autocomplete}" inputmode="numeric" required${wrong === name ? html` aria-invalid="true"` : null}>
</div>`
}

function hint({ path }: PageContext, number: string, effect: string): Html {
  return html`<li><a href="${path('card', { number })}"><span>${spaced(number)}</span> <span>${effect}</span></a></li>
`
}

/** The form as a chosen test number fills it. */
export function filledForm(number: string | null): CardForm {
  if (number === null || findCard(number) === null) return { number: '', expiry: '', cvc: '' }
  return { number: spaced(number), expiry: '12 / 34', cvc: '123' }
}

/** The first field that cannot be right, before any bank is asked. `now` in seconds. */
export function wrongField(form: CardForm, now: number): CardField | null {
  if (findCard(digitsOf(form.number)) === null) return 'number'
  if (!isFutureMonth(form.expiry, now)) return 'expiry'
  return /^\d{3,4}$/.test(form.cvc.trim()) ? null : 'cvc'
}

export function digitsOf(number: string): string {
  return number.replace(/[\s-]/g, '')
}

export function problemText(t: Texts, code: string): string {
  return code in t.errors ? t.errors[code as keyof Texts['errors']] : t.errors.card_declined
}

function isFutureMonth(expiry: string, now: number): boolean {
  const match = /^\s*(\d{1,2})\s*\/?\s*(?:20)?(\d{2})\s*$/.exec(expiry)
  if (match === null) return false
  const month = Number(match[1])
  const endsAt = Date.UTC(2000 + Number(match[2]), month, 1) / 1000
  return month >= 1 && month <= 12 && endsAt > now
}

function spaced(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}
