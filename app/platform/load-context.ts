import type { Readable } from 'node:stream'

/** A file of a form, and where it lies while the request is answered. Its name is the sender's word. */
export type SentFile = { field: string; name: string; type: string; path: string }

/** What the host tells a loader or action besides the request itself. */
export type RequestContext = {
  /** In every log line, in the x-request-id header and on error pages. */
  requestId: string
  /** Of the person, beyond trusted proxies; for IPv6 the network. Limits count by it. Reading it throws in the render of a public page: that page is everybody's. */
  clientAddress: string
  /** Of a form; `readForm` puts them where they belong. */
  files: ReadonlyArray<SentFile>
  /**
   * Takes a body past its Response: a rendered page, which would be copied three times on the way to the host, or a
   * stream of one person's, which ends when they leave.
   */
  deliver(body: Buffer | Readable): void
}

declare module '@remix-run/server-runtime' {
  // A merge into Remix's own interface, the one thing that a type alias cannot do.
  interface AppLoadContext extends RequestContext {}
}
