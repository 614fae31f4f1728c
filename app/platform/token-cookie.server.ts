import type { Env } from './env.server.ts'

type Settings = { env: Pick<Env, 'PUBLIC_URL'> }

export type TokenCookie = {
  /** The token that the request brings; null for none, or for what cannot be one. */
  read(request: Request, settings: Settings): string | null
  /** The header that sets it for so many seconds; an empty token and 0 take it back. */
  headers(token: string, maxAge: number, settings: Settings): Headers
}

/** A cookie that holds nothing but a random token, out of reach for scripts and other sites (T53). */
export function createTokenCookie(name: string): TokenCookie {
  /** `__Host-` binds the cookie to this host over TLS; a plain-http shop on a laptop cannot carry that name. */
  const nameFor = (settings: Settings) => (isSecure(settings) ? `__Host-${name}` : name)
  return {
    read(request, settings) {
      const wanted = `${nameFor(settings)}=`
      const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
      const token = pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length)
      return token && /^[\w-]{32}$/.test(token) ? token : null
    },
    headers(token, maxAge, settings) {
      const flags = isSecure(settings) ? '; Secure' : ''
      const value = `${nameFor(settings)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${flags}`
      return new Headers({ 'Set-Cookie': value })
    },
  }
}

function isSecure({ env }: Settings): boolean {
  return env.PUBLIC_URL.startsWith('https:')
}
