import { languageTag, localeOf, localPath } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { type Answer, createAnswer } from './answer.ts'
import type { SecurityHeaders } from './security-headers.ts'

type Refusal = 400 | 403 | 405 | 413 | 422 | 500

const noStore = ['cache-control', 'no-store']

/** For probes and machines. */
export function textAnswer(
  status: number,
  contentType: string,
  text: string,
  headers: SecurityHeaders,
): Answer {
  return createAnswer(
    status,
    ['content-type', contentType, ...noStore, ...headers.forFile],
    Buffer.from(text),
  )
}

export function redirectAnswer(location: string, headers: SecurityHeaders): Answer {
  return createAnswer(
    308,
    ['location', location, 'cache-control', 'public, max-age=3600', ...headers.forFile],
    Buffer.alloc(0),
  )
}

/** What the host itself refuses, in the person's language; machines get problem+json (RFC 9457). */
export function refusalAnswer(
  status: Refusal,
  target: string,
  requestId: string,
  headers: SecurityHeaders,
): Answer {
  const pathname = target.split('?', 1)[0] ?? '/'
  const isForMachine = pathname.endsWith('.data') || pathname.startsWith('/api/')
  const locale = localeOf(pathname)
  const { errors } = messagesFor(locale)
  const { title, text } = wording(status, errors)
  if (isForMachine) {
    const problem = JSON.stringify({ type: 'about:blank', status, title, detail: text, requestId })
    return textAnswer(status, 'application/problem+json', problem, headers)
  }
  const page = `<!DOCTYPE html>
<html lang="${languageTag(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/plain.css"></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="${localPath(locale, '/')}">${messagesFor(locale).common.home}</a></p>
<p><small>${errors.reference(requestId)}</small></p></main></body></html>
`
  return createAnswer(
    status,
    ['content-type', 'text/html; charset=utf-8', ...noStore, ...headers.forPage('')],
    Buffer.from(page),
  )
}

function wording(
  status: Refusal,
  t: ReturnType<typeof messagesFor>['errors'],
): { title: string; text: string } {
  if (status === 400) return { title: t.notFoundTitle, text: t.notFoundText }
  if (status === 413) return { title: t.tooLargeTitle, text: t.tooLargeText }
  return status < 500
    ? { title: t.forbiddenTitle, text: t.forbiddenText }
    : { title: t.brokenTitle, text: t.brokenText }
}
