import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { localeOf } from './kernel/locale.ts'
import { messagesFor } from './messages/messages.server.ts'
import { MessagesProvider } from './messages/messages.ts'
import { blessScripts, handoffScript, scriptHashesHeader } from './platform/page-scripts.server.ts'
import { getServices } from './platform/services.server.ts'
import { MarkupKeeperProvider } from './ui/render-once.tsx'
import { ScriptMarkerProvider } from './ui/script-marker.ts'

/** Remix's name for an error that it hides; the person gets the request's id in its place. */
const hiddenError = 'Unexpected Server Error'

/** Renders the whole page at once (measured twice as fast as streaming; no page here has late data). */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { requestId, deliver }: AppLoadContext,
): Promise<Response> {
  const marker = randomUUID()
  const reference = `request ${requestId}`
  nameErrors(remixContext, reference)
  const data = await readHandoff(remixContext)
  const url = new URL(request.url)
  const locale = localeOf(url.pathname)
  const parts = getServices().markup.openPage(locale, `${marker}-`)
  const markup = renderToString(
    <MessagesProvider value={messagesFor(locale)}>
      <ScriptMarkerProvider value={marker}>
        <MarkupKeeperProvider value={parts.keep}>
          <RemixServer context={remixContext} url={url} />
        </MarkupKeeperProvider>
      </ScriptMarkerProvider>
    </MessagesProvider>,
  )
  const named = remixContext.staticHandlerContext.errors ? data.replaceAll(hiddenError, reference) : data
  const page = blessScripts(withHandoff(markup, handoffScript(named, marker)), marker)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set(scriptHashesHeader, page.hashes.join(' '))
  deliver(parts.fill(`<!DOCTYPE html>${page.html}`))
  return new Response(null, { status, headers })
}

/** The `.data` twin of a broken page names the request, too. */
export async function handleDataRequest(
  response: Response,
  { context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (response.status < 500) return response
  const text = await response.text()
  return new Response(text.replaceAll(hiddenError, `request ${context.requestId}`), response)
}

export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return
  // A Response thrown by requireX is an answer, not an incident.
  if (isRouteErrorResponse(error) && error.status < 500) return
  getServices().log.error({ err: error }, 'request failed')
}

/** Reads the handoff to its end and takes it out, so that RemixServer renders no StreamTransfer. */
async function readHandoff(context: EntryContext): Promise<string> {
  const stream = context.serverHandoffStream
  delete context.serverHandoffStream
  return stream ? await new Response(stream).text() : ''
}

function nameErrors({ staticHandlerContext }: EntryContext, reference: string): void {
  for (const error of Object.values(staticHandlerContext.errors ?? {})) {
    if (error instanceof Error && error.message === hiddenError) error.message = reference
  }
}

function withHandoff(markup: string, script: string): string {
  const end = markup.lastIndexOf('</body>')
  return end < 0 ? markup : markup.slice(0, end) + script + markup.slice(end)
}
