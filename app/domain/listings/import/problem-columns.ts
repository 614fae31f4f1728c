/** The column in which a problem of a draft is mended; its fields are named by the editor's form. */
export function columnOf(field: string): string {
  const [list = '', , name, kind, part] = field.split('.')
  if (list === 'variants') return name === 'initialStock' ? 'variant.stock' : `variant.${name ?? 'label'}`
  if (list !== 'batches') return list === 'categoryCode' ? 'subcategoryCode' : field
  if (name === 'ownCode') return 'batch.code'
  return name === 'papers' ? `paper.${kind}.${part}` : `batch.${name ?? 'producedOn'}`
}
