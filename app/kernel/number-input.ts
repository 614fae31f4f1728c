/**
 * What a person typed as a number, as a parser reads it: half-width digits and points, without spaces, whatever the
 * keyboard made of them (`１．２５` and `1。25` are `1.25`). A comma goes where it stands as a thousands' mark; elsewhere
 * it stays, for no parser to take 12,5 for 125.
 */
export function plainNumber(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/\s/g, '').replaceAll('。', '.')
  return /^\D*\d{1,3}(,\d{3})+(\.\d*)?\D*$/.test(plain) ? plain.replaceAll(',', '') : plain
}
