import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type Locale, localeOf } from '#app/kernel/locale.ts'
import {
  hasStaffWords,
  isWhole,
  loadMessages,
  loadStaffMessages,
  MessagesProvider,
  type ShopMessages,
  useMessages,
} from './messages.ts'

type Read = (locale: Locale) => ShopMessages

const readPersonal = createReader(loadMessages)
const readStaff = createReader(loadStaffMessages)

/** Around pages of one person. */
export function PersonalMessages({ children }: { children: ReactNode }) {
  return <MessagesProvider value={useMore(isWhole, readPersonal)}>{children}</MessagesProvider>
}

/** Around pages of the staff. */
export function StaffWords({ children }: { children: ReactNode }) {
  return <MessagesProvider value={useMore(hasStaffWords, readStaff)}>{children}</MessagesProvider>
}

/**
 * The server and a page opened here have all words already; somebody who comes from a page with fewer waits for
 * them once (the component suspends).
 */
function useMore(hasAll: (messages: ShopMessages) => boolean, read: Read): ShopMessages {
  const locale = localeOf(useLocation().pathname)
  const given = useMessages()
  return hasAll(given) ? given : read(locale)
}

/** What it gives throws a promise that Suspense waits for, until the words are there. */
function createReader(load: (locale: Locale) => Promise<ShopMessages>): Read {
  const loaded = new Map<Locale, ShopMessages>()
  const underway = new Map<Locale, Promise<void>>()
  return function read(locale) {
    const known = loaded.get(locale)
    if (known) return known
    const work = underway.get(locale) ?? load(locale).then((messages) => void loaded.set(locale, messages))
    underway.set(locale, work)
    throw work
  }
}
