/** Of goods without a listing: enough for a label, and short enough for a line of the till. */
export const longestGoodsName = 40

/** One line of visible characters: nothing that turns the reading direction, and no NUL, which PostgreSQL does not keep. */
export function cleanGoodsName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return [...plain].slice(0, longestGoodsName).join('').trim()
}
