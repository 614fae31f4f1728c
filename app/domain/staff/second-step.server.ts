import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { readableCode } from '#app/kernel/ids.ts'

// RFC 6238 as every authenticator app knows it: SHA-1, six digits, thirty seconds.
const period = 30
const digits = 6
/** One step to either side, for clocks that are a little off. */
const window = 1
const recoveryCodes = 10

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that a QR code holds for the app. */
export function totpAddress(secret: string, login: string): string {
  return totpOf(secret, login).toString()
}

/**
 * The time step whose code this is, or null. A step at or before `usedStep` is refused: a code that somebody looked
 * at over a shoulder has been used up.
 */
export function findTotpStep(
  secret: string,
  code: string,
  now: Date,
  usedStep: bigint | null,
): bigint | null {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token, timestamp, window })
  if (delta === null) return null
  const step = BigInt(Math.floor(timestamp / 1000 / period) + delta)
  return usedStep !== null && step <= usedStep ? null : step
}

/** What the app shows now: for the demonstration and for tests. */
export function currentCode(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() })
}

export type RecoveryCodes = { codes: Array<string>; hashes: Array<string> }

/** Shown once; each stands in for the app one time. 13 letters of 26: no guessing even from the table. */
export function newRecoveryCodes(): RecoveryCodes {
  const codes = Array.from({ length: recoveryCodes }, () => `${readableCode(7)}-${readableCode(6)}`)
  return { codes, hashes: codes.map(hashRecoveryCode) }
}

export function hashRecoveryCode(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
  return createHash('sha256').update(plain).digest('hex')
}

/** AES-256-GCM under a key of SESSION_SECRET: a copy of the table alone opens no second step. */
export function sealSecret(sessionSecret: string, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(sessionSecret), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Null when it was sealed with another secret, or changed since: recovery codes still work then. */
export function openSecret(sessionSecret: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(sessionSecret), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

function keyOf(sessionSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret, '', 'second-step', 32))
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: '赤峰好物', label, secret: Secret.fromBase32(secret), digits, period })
}
