import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { codeLifetime, resendPause } from '#app/domain/people/sign-in-code.server.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { getServices } from '#app/platform/services.server.ts'

const schema = z.object({ phone: z.string(), sentAt: z.number(), ticket: z.string() })
/** To whom a code is on its way, since when (milliseconds), and what shows that this browser asked for it. */
export type SentCode = z.infer<typeof schema>

// A phone that shows the message may forget the page meanwhile, and load it again.
const cookie = createCookie('code-sent', { httpOnly: true, sameSite: 'lax' })

export async function findSentCode(request: Request): Promise<SentCode | null> {
  const found = schema.safeParse(await cookie.parse(request.headers.get('Cookie')))
  if (!found.success) return null
  const age = getServices().clock.now().getTime() - found.data.sentAt
  return age >= 0 && age < codeLifetime ? found.data : null
}

/** The header that remembers it on this device, as long as the code is good; null forgets it. */
export function rememberSentCode(request: Request, sent: SentCode | null): Promise<string> {
  return cookie.serialize(sent, {
    path: localPath(localeOf(new URL(request.url).pathname), '/account'),
    maxAge: sent ? codeLifetime / 1_000 : 0,
    secure: getServices().env.PUBLIC_URL.startsWith('https:'),
  })
}

/** Seconds until another one may be asked for. */
export function pauseAfter({ sentAt }: SentCode): number {
  return Math.max(0, Math.ceil((sentAt + resendPause - getServices().clock.now().getTime()) / 1_000))
}

export async function findPause(request: Request): Promise<number> {
  const sent = await findSentCode(request)
  return sent ? pauseAfter(sent) : 0
}
