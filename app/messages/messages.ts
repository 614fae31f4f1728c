import { createContext, useContext } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import type { Translated } from './translated.ts'
import type { zh } from './zh.ts'
import type { zhShop } from './zh-shop.ts'
import type { zhStaff } from './zh-staff.ts'

export type Messages = Translated<typeof zh>
export type ShopMessages = Translated<typeof zhShop>
export type StaffMessages = Translated<typeof zhStaff>

const MessagesContext = createContext<ShopMessages | null>(null)

/**
 * Set around the application by both entries, in the page's language only. In the browser of somebody who looks
 * around it has the shop's words; pages of one person stand inside PersonalMessages, pages of the staff inside
 * StaffWords, which add theirs.
 */
export const MessagesProvider = MessagesContext.Provider

/** The words of the page's language: `t.cart.title`, `t.cart.lines(3)`. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext)
  if (!messages) throw new Error('no MessagesProvider above this component')
  // A page of everybody that used a word of personal pages would break in the first browser that opened it.
  return messages as Messages
}

/** The words of staff pages, which stand inside StaffWords. */
export function useStaffMessages(): StaffMessages {
  return useMessages() as StaffMessages
}

export function hasStaffWords(messages: ShopMessages): messages is StaffMessages {
  return 'staff' in messages
}

export function isWhole(messages: ShopMessages): messages is Messages {
  return 'account' in messages
}

/** In the browser: fetches what everybody's pages need in one language, as a chunk of its own. */
export async function loadShopMessages(locale: Locale): Promise<ShopMessages> {
  return locale === 'en' ? (await import('./en-shop.ts')).enShop : (await import('./zh-shop.ts')).zhShop
}

/** In the browser: what pages of one person need as well. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'en' ? (await import('./en.ts')).en : (await import('./zh.ts')).zh
}

/** In the browser: one language's whole catalogue. */
export async function loadStaffMessages(locale: Locale): Promise<StaffMessages> {
  return locale === 'en' ? (await import('./en-staff.ts')).enStaff : (await import('./zh-staff.ts')).zhStaff
}
