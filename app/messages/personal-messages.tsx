import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type Locale, localeOf } from '#app/kernel/locale.ts'
import { isWhole, loadMessages, type Messages, MessagesProvider, useMessages } from './messages.ts'

const loaded = new Map<Locale, Messages>()
const underway = new Map<Locale, Promise<void>>()

/**
 * The whole catalogue for the pages below. The server and a page opened here have it already; somebody who comes
 * from a page of everybody waits for it once (the component suspends).
 */
export function PersonalMessages({ children }: { children: ReactNode }) {
  const locale = localeOf(useLocation().pathname)
  const given = useMessages()
  return <MessagesProvider value={isWhole(given) ? given : readMessages(locale)}>{children}</MessagesProvider>
}

/** @throws Promise that Suspense waits for, until the words are there. */
function readMessages(locale: Locale): Messages {
  const known = loaded.get(locale)
  if (known) return known
  const load =
    underway.get(locale) ?? loadMessages(locale).then((messages) => void loaded.set(locale, messages))
  underway.set(locale, load)
  throw load
}
