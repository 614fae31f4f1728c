import { createHmac, hkdfSync } from 'node:crypto'

export type LinkKind = 'invitation' | 'password-reset' | 'application'
/** A browser in which its owner has signed in before: what is asked for there is counted apart from strangers' wishes. */
type KnownKind = LinkKind | 'staff-browser' | 'shopper-browser'

/**
 * The 192-bit token of a link that is sent by SMS. It follows from the row's id and SESSION_SECRET, so that the
 * message can be written into the outbox in the row's own transaction, and neither table holds what opens the link.
 */
export function linkToken(sessionSecret: string, kind: KnownKind, id: string): string {
  const key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'link', 32))
  return createHmac('sha256', key).update(`${kind}:${id}`).digest('base64url').slice(0, 32)
}
