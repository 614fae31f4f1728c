import type { z } from 'zod'
import { type ListingDraft, listingDraft, variantDraft } from '#app/domain/listings/draft.ts'

/** A listing of millet with nothing left to mend. */
export function soundDraft(changes: Partial<z.input<typeof listingDraft>> = {}): ListingDraft {
  return listingDraft.parse({
    title: '敖汉旱作黄小米',
    description: '旱坡地上一年一季，慢慢熬出米油来。',
    categoryCode: 'grain',
    subcategoryCode: 'grain-millet',
    pictures: [{ key: '0123456789abcdef01234567' }],
    variants: [soundVariant()],
    label: {
      foodName: '小米',
      ingredients: '小米',
      netContent: '500g',
      producer: '敖汉合作社',
      producerAddress: '内蒙古自治区赤峰市敖汉旗',
      producerPhone: '0476-8000000',
      storage: '阴凉干燥处',
      foodLicence: 'SC10115043000012',
      standard: 'GB/T 11766',
    },
    ...changes,
  })
}

export function soundVariant(changes: Partial<ListingDraft['variants'][number]> = {}) {
  return variantDraft.parse({
    label: '500g 袋装',
    priceFen: 1_990,
    netGrams: 500,
    initialStock: 40,
    ...changes,
  })
}

/** As the editor's form sends it. */
export function draftForm(draft: ListingDraft): FormData {
  const form = new FormData()
  const set = (name: string, value: string | number | null | undefined) => form.set(name, String(value ?? ''))
  const { pictures, variants, batches, label, keywords, seasonMonths, certificates, isAlcohol, ...plain } =
    draft
  for (const [name, value] of Object.entries(plain)) set(name, value)
  set('subcategoryCode', draft.subcategoryCode ? `${draft.categoryCode}/${draft.subcategoryCode}` : '')
  set('keywords', keywords.join('、'))
  for (const [field, text] of Object.entries(label)) set(`label.${field}`, text)
  for (const month of seasonMonths) form.append('seasonMonths', String(month))
  for (const certificate of certificates) form.append('certificates', certificate)
  if (isAlcohol) set('isAlcohol', 'on')
  for (const [index, picture] of pictures.entries())
    for (const [name, value] of Object.entries(picture)) set(`pictures.${index}.${name}`, value)
  for (const [index, { priceFen, isActive, ...variant }] of variants.entries()) {
    for (const [name, value] of Object.entries(variant)) set(`variants.${index}.${name}`, value)
    set(`variants.${index}.priceFen`, priceFen === null ? null : (priceFen / 100).toFixed(2))
    if (isActive) set(`variants.${index}.isActive`, 'on')
  }
  for (const [index, { papers, ...batch }] of batches.entries()) {
    for (const [name, value] of Object.entries(batch)) set(`batches.${index}.${name}`, value)
    for (const { kind, ...paper } of papers)
      for (const [name, value] of Object.entries(paper)) set(`batches.${index}.papers.${kind}.${name}`, value)
  }
  return form
}
