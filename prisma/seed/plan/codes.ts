import { licenceCheckDigit } from '#app/domain/enterprises/food-licence.ts'
import { randomFor } from '../random.ts'

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Unified social credit code (GB 32100-2015): the 18th character from the first 17. */
function creditCheckDigit(first17: string): string {
  const sum = [...first17].reduce(
    (total, character, index) => total + creditAlphabet.indexOf(character) * (3 ** index % 31),
    0,
  )
  return creditAlphabet.charAt((31 - (sum % 31)) % 31)
}

/** Organisation code (GB 11714), characters 9 to 17 of the credit code: its last from its first eight. */
export function organisationCheckDigit(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...first8].reduce(
    (total, character, index) => total + organisationAlphabet.indexOf(character) * (weights[index] ?? 0),
    0,
  )
  const rest = 11 - (sum % 11)
  if (rest === 10) return 'X'
  return rest === 11 ? '0' : String(rest)
}

/** Second character by kind: 1 company, 2 individual business, 3 cooperative. */
const kindDigits: Readonly<Record<string, string>> = {
  company: '1',
  cooperative: '3',
  'family-farm': '2',
  workshop: '2',
}

/** A well-formed code that belongs to nobody; `name` decides it. */
export function syntheticCreditCode(name: string, kind: string, divisionCode: string): string {
  const random = randomFor(`credit:${name}`)
  const body = `MA${Array.from({ length: 6 }, () => creditAlphabet.charAt(random.between(0, 30))).join('')}`
  const first17 = `9${kindDigits[kind] ?? '1'}${divisionCode}${body}${organisationCheckDigit(body)}`
  return first17 + creditCheckDigit(first17)
}

/** Food production licence: SC, 1 for food, class, six digits of the place, serial, check digit. */
export function syntheticFoodLicence(foodClass: string, divisionCode: string, serial: number): string {
  const digits = `1${foodClass}${divisionCode}${String(serial).padStart(4, '0')}`
  return `SC${digits}${licenceCheckDigit(digits)}`
}
