import { z } from 'zod'

/** Where the bank sends an enterprise's money. Filed by its owner, confirmed by the city, never changed: a new one takes its place. */
export type BankAccount = { holder: string; bank: string; number: string }

const text = (code: string) => z.string(code).trim().min(2, code).max(80, code)

/** A number as it stands on a card or in a letter: spaces, hyphens and full-width digits are how it was typed. */
const number = z
  .string('account-number')
  .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{8,32}$/, 'account-number'))

/** A farm's account can be a person's: to keep it wants consent to that alone (PIPL articles 28 and 29). */
export const accountSchema = z.object({
  holder: text('account-holder'),
  bank: text('account-bank'),
  number,
  consent: z.literal('on', 'account-consent'),
})

/** As whoever need not pay into it sees it. */
export function accountEnding(number: string): string {
  return number.slice(-4)
}

/** In fours, as it is read aloud and compared. */
export function inFours(number: string): string {
  return number.replace(/\d{4}(?=\d)/g, '$& ')
}
