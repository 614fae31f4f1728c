import { createContext, useContext } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import type { Translated } from './translated.ts'
import type { zh } from './zh.ts'

export type Messages = Translated<typeof zh>

const MessagesContext = createContext<Messages | null>(null)

/** Set around the application by both entries, with the catalogue of the page's language only. */
export const MessagesProvider = MessagesContext.Provider

/** The words of the page's language: `t.cart.title`, `t.cart.lines(3)`. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext)
  if (!messages) throw new Error('no MessagesProvider above this component')
  return messages
}

/** In the browser: fetches one language's catalogue, as a chunk of its own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'en' ? (await import('./en.ts')).en : (await import('./zh.ts')).zh
}
