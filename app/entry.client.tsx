import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { localeOf } from './kernel/locale.ts'
import { loadMessages, MessagesProvider } from './messages/messages.ts'

async function hydrate(): Promise<void> {
  const messages = await loadMessages(localeOf(window.location.pathname))
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
