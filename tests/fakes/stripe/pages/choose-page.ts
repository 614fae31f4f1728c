import type { Answer } from '../http.ts'
import { formatMoney } from '../money.ts'
import type { LineItemObject, MethodType } from '../records.ts'
import { type Html, html } from './html.ts'
import { alertOf, amountDue, type PageContext, pageAnswer, topBar } from './layout.ts'

export const methodTypes: ReadonlyArray<MethodType> = ['card', 'alipay', 'wechat_pay']

/** What is paid, and with what. */
export function choosePage(context: PageContext, error: string | null = null): Answer {
  const { record, t } = context
  return pageAnswer({
    t,
    title: t.title,
    top: topBar(context, ''),
    body: html`${amountDue(context)}
${alertOf(error)}
<h2>${t.chooseMethod}</h2>
<ul class="methods">
${methodTypes.filter((method) => record.session.payment_method_types.includes(method)).map((method) => methodLink(context, method))}
</ul>
<h2>${t.summary}</h2>
<ul class="lines">
${record.lineItems.map((item) => line(context, item))}
</ul>`,
  })
}

function methodLink({ t, path }: PageContext, method: MethodType): Html {
  return html`<li><a href="${path(method)}"><strong>${t.methods[method]}</strong> <small>${t.methodNotes[method]}</small></a></li>
`
}

function line({ t }: PageContext, item: LineItemObject): Html {
  return html`<li><span class="name">${item.description ?? ''} <span class="label">${t.quantity(item.quantity ?? 1)}</span></span>
<span class="price">${formatMoney(item.amount_total, item.currency)}</span></li>
`
}
