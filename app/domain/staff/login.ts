import { z } from 'zod'

/** As it is stored and looked up: however it was typed, one name is one account. */
export function normaliseLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

export const loginField = z
  .string('invalid-login')
  .transform(normaliseLogin)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9.-]{2,31}$/, 'invalid-login'))
