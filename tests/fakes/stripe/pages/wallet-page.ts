import { toString as qrCode } from 'qrcode'
import type { Answer } from '../http.ts'
import { html, trusted } from './html.ts'
import { alertOf, amountDue, otherMethods, type PageContext, pageAnswer, topBar } from './layout.ts'

export type Wallet = 'alipay' | 'wechat_pay'

/** The shop's screen: a code to scan, and buttons for those without a phone at hand. */
export async function walletPage(
  context: PageContext,
  wallet: Wallet,
  phoneUrl: string,
  problem: string | null,
): Promise<Answer> {
  const { t, path, record } = context
  const code = await qrCode(phoneUrl, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return pageAnswer({
    t,
    title: t.methods[wallet],
    top: topBar(context, wallet),
    body: html`${amountDue(context)}
${alertOf(problem)}
<p class="centered">${t.scan[wallet]}</p>
<a class="qr" href="${phoneUrl}" aria-label="${t.qrLabel}">${trusted(code)}</a>
<p class="note">${t.scanNote}</p>
<form method="post" action="${path(wallet)}">
<button class="button" type="submit" name="result" value="pay">${t.walletPay}</button>
<button class="button quiet" type="submit" name="result" value="fail">${t.walletFail}</button>
</form>
<a class="button quiet" href="${path(wallet, { check: '1' })}">${t.paidOnPhone}</a>
<a class="button quiet" href="${record.session.cancel_url ?? path()}">${t.walletLeave}</a>
${otherMethods(context)}`,
  })
}

/** The wallet's own page on the phone that scanned the code. */
export function phonePage({ t, amount, record, locale }: PageContext, wallet: Wallet): Answer {
  return pageAnswer({
    t,
    title: t.methods[wallet],
    body: html`<p class="label">${t.total}</p>
<p class="amount">${amount}</p>
<form method="post" action="/c/wallet/${record.session.id}/${wallet}?lang=${locale}">
<button class="button" type="submit" name="result" value="pay">${t.walletPay}</button>
<button class="button quiet" type="submit" name="result" value="fail">${t.walletFail}</button>
</form>`,
  })
}

export function phoneDonePage({ t }: PageContext, isPaid: boolean): Answer {
  return pageAnswer({
    t,
    title: isPaid ? t.completeTitle : t.walletFail,
    body: html`<p>${isPaid ? t.phoneDone : t.phoneFailed}</p>`,
  })
}
