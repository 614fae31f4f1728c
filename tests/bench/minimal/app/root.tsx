import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'
import { MessagesProvider } from '#app/messages/messages.ts'
import { zh } from '#app/messages/zh.ts'

export default function Root() {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <MessagesProvider value={zh}>
          <Outlet />
        </MessagesProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}
