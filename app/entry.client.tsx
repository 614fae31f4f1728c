import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { localeOf } from './kernel/locale.ts'
import { loadMessages, loadShopMessages, loadStaffMessages, MessagesProvider } from './messages/messages.ts'
import { isPersonalPath, isStaffPath } from './platform/public-page.ts'

async function hydrate(): Promise<void> {
  const { pathname } = window.location
  const load = isStaffPath(pathname)
    ? loadStaffMessages
    : isPersonalPath(pathname)
      ? loadMessages
      : loadShopMessages
  const messages = await load(localeOf(pathname))
  startTransition(() => {
    hydrateRoot(
      document,
      <MessagesProvider value={messages}>
        <RemixBrowser />
      </MessagesProvider>,
    )
  })
}

hydrate()
