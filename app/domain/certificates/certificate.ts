import type { Fen } from '#app/kernel/money.ts'

/** What a certificate is made out to: a district of Beijing, or an organisation that has signed contracts. */
export const certificateKinds = ['district', 'organisation'] as const
type CertificateKind = (typeof certificateKinds)[number]

/** 26 letters and digits to the 12th: nobody meets a valid one by trying. */
export const codeLength = 12

export type CertificateItem = {
  code: string
  kind: CertificateKind
  subject: string
  startsOn: string
  endsOn: string
  amountFen: Fen
  issuedAt: Date
  revokedAt: Date | null
}

/** What anybody with the code may see; who issued it and why it was revoked is for the staff. */
export type Certificate = CertificateItem & {
  /** What of the amount was signed in contracts; null on those that were issued before the two were told apart. */
  signedFen: Fen | null
  fair: { name: string; isDemonstration: boolean } | null
  /** The largest first; they come to the amount. */
  divisions: Array<{ code: string; name: string; amountFen: Fen }>
}

/** As it was typed from paper: small letters, spaces and hyphens do not matter. Null for what can be none. */
export function parseCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
  return plain.length === codeLength && /^[2-9BCDFGHJKMNPQRTVWXY]+$/.test(plain) ? plain : null
}

/** In groups of four, as it is printed: KX7M-2R9T-BD4W */
export function shownCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
