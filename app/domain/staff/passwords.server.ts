import { hash, verify } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'

// OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane (the library's default algorithm).
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const shortestPassword = 10
const longestPassword = 200

/** The most used first; what is on it falls to the first guess (T56). */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common'].slice(0, 3_000).map(String))

export type PasswordProblem = 'password-too-short' | 'password-too-long' | 'password-too-common'

/** Length is what counts (NIST SP 800-63B): no rules of capitals and digits. */
export function findPasswordProblem(password: string, login: string): PasswordProblem | null {
  if ([...password].length < shortestPassword) return 'password-too-short'
  if (password.length > longestPassword) return 'password-too-long'
  const plain = password.toLowerCase()
  const isKnown = common.has(plain) || common.has(plain.replace(/[\d\W_]+$/, '')) || plain.includes(login)
  return isKnown || new Set(plain).size < 4 ? 'password-too-common' : null
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), strength)
}

/** Without an account a hash of the same cost is checked all the same, so that both take as long (T55). */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await decoy()), password.normalize('NFC'))
  return isRight && passwordHash !== null
}

let decoyHash: Promise<string> | undefined
function decoy(): Promise<string> {
  decoyHash ??= hashPassword('nobody has this password')
  return decoyHash
}
