/** The least that is a PDF; `mark` makes it another one. */
export function samplePaper(mark = ''): Uint8Array {
  return new TextEncoder().encode(
    `%PDF-1.4\n% ${mark}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
  )
}
