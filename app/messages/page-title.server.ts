import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from './messages.server.ts'
import type { StaffMessages } from './messages.ts'

/** The title of a page in the request's language: "购物车 · 赤峰好物". */
export function pageTitle(request: Request, word: (messages: StaffMessages) => string): string {
  const messages = messagesFor(localeOf(new URL(request.url).pathname))
  return `${word(messages)} · ${messages.common.shop}`
}
