import type { Answer } from '../http.ts'
import { formatMoney } from '../money.ts'
import type { SessionRecord } from '../records.ts'
import { type Html, html } from './html.ts'
import { type PageLocale, type Texts, textsFor } from './texts.ts'

export type PageContext = {
  record: SessionRecord
  locale: PageLocale
  t: Texts
  amount: string
  /** A path of this session's pages, in this language. */
  path: (rest?: string, query?: Record<string, string>) => string
}

export function pageContext(record: SessionRecord, locale: PageLocale): PageContext {
  const { session } = record
  return {
    record,
    locale,
    t: textsFor(locale),
    amount: formatMoney(session.amount_total ?? 0, session.currency ?? ''),
    path: (rest = '', query = {}) =>
      `/c/pay/${session.id}${rest === '' ? '' : `/${rest}`}?${new URLSearchParams({ ...query, lang: locale })}`,
  }
}

type PageParts = { t: Texts; title: string; top?: Html; body: Html; status?: number }

export function pageAnswer({ t, title, top, body, status = 200 }: PageParts): Answer {
  const { markup } = html`<!doctype html>
<html lang="${t.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${t.testMode}</title>
<link rel="stylesheet" href="/c/assets/pay.css">
</head>
<body>
<header class="test-mode"><strong>${t.testMode}</strong> ${t.testModeNote}</header>
<main class="page">
${top ?? null}
<h1>${title}</h1>
${body}
</main>
</body>
</html>`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    },
    body: markup,
  }
}

/** The way back to the shop, and the other language. */
export function topBar({ record, t, locale }: PageContext, here: string): Html {
  const { cancel_url: cancelUrl, id } = record.session
  const other = locale === 'zh' ? 'en' : 'zh'
  const otherPath = `/c/pay/${id}${here === '' ? '' : `/${here}`}?lang=${other}`
  return html`<nav class="top">
${cancelUrl === null ? html`<span></span>` : html`<a href="${cancelUrl}">${t.back}</a>`}
<a href="${otherPath}" lang="${other === 'zh' ? 'zh-CN' : 'en'}" hreflang="${other}">${t.otherLanguage}</a>
</nav>`
}

export function amountDue({ t, amount }: PageContext): Html {
  return html`<p class="label">${t.total}</p>
<p class="amount">${amount}</p>`
}

export function alertOf(message: string | null): Html | null {
  return message === null ? null : html`<p class="alert" role="alert">${message}</p>`
}

export function otherMethods({ record, t, path }: PageContext): Html | null {
  if (record.session.payment_method_types.length < 2) return null
  return html`<p class="other"><a href="${path()}">${t.otherMethod}</a></p>`
}
