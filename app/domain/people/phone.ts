/** A mainland mobile number in its bare eleven digits, however it was typed (spaces, +86, full-width); else null. */
export function parseMobile(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\-()]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/** 138****0000: enough to recognise one's own number, no more. */
export function maskPhone(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '****'
}

/** 赵**: the family name stays, in either script. */
export function maskName(name: string): string {
  const [first = ''] = [...name.trim()]
  return first ? `${first}**` : ''
}
