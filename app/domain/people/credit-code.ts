// 统一社会信用代码, GB 32100-2015: 18 characters without I, O, S, V and Z; the last one checks the others, modulo 31.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** The code in capitals when its check character is right, else null. */
export function parseCreditCode(text: string): string | null {
  const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (!shape.test(code)) return null
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17] ? code : null
}
