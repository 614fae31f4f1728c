// 食品生产许可证编号 (食品生产许可管理办法): SC, three digits of the category (1 food or 2 additive, then its class), six of
// the place, four of the serial, and one that checks the others by GB/T 17710 (ISO 7064 MOD 11,10).
const shape = /^SC[12]\d{2}(\d{6})\d{4}\d$/

export type LicenceWarning = 'licence-shape' | 'licence-check-digit' | 'licence-place'

/** In capitals and half-width, without spaces, as it is printed. */
export function normaliseLicence(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** The fourteenth digit of the first thirteen. */
export function licenceCheckDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}

/**
 * What a reviewer should look at. Never a reason to refuse: two of nine real numbers fail the check digit, small
 * workshops have numbers of another shape, and a plant keeps its county's digits when it moves.
 */
export function findLicenceWarnings(licence: string, divisionCode: string): Array<LicenceWarning> {
  const match = shape.exec(licence)
  if (!match) return ['licence-shape']
  const warnings: Array<LicenceWarning> = []
  if (licenceCheckDigit(licence.slice(2, 15)) !== licence.at(-1)) warnings.push('licence-check-digit')
  if (match[1] !== divisionCode) warnings.push('licence-place')
  return warnings
}
