// Web Crypto, so that the same file runs in Node and in a browser.

/** 192 random bits in 32 URL-safe characters: gives access to whoever holds it. */
export function randomToken(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(24)))
}

// No vowels and no look-alikes (0/O, 1/I/L): read aloud on the phone, and never a word.
const readable = '23456789BCDFGHJKMNPQRTVWXY'

/** A short code for people; unguessable enough to not collide, but it gives no access. */
export function readableCode(length: number): string {
  const limit = 256 - (256 % readable.length)
  let code = ''
  while (code.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < limit && code.length < length) code += readable[byte % readable.length]
    }
  }
  return code
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

// Ids in URLs and forms are looked at before the database is asked: it throws on what its types do not hold.

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

export const lastUuid = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** An `int`, as most ids and all versions are. */
export function isIntegerId(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
}

export const largestInteger = 2 ** 31 - 1

/** A `bigint`, which pages and cursors carry as text. */
export function isBigId(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,18}$/.test(value)
}

export const largestBig = '9223372036854775807'

/** UUID version 7 (RFC 9562): rows made together lie together in the index. */
export function timeOrderedId(now: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(now.getTime() / 2 ** 32))
  view.setUint32(2, now.getTime() >>> 0)
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70)
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
