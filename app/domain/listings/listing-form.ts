import { type ListingDraft, listingDraft } from './draft.ts'
import { createReader } from './form-reader.ts'

/** `draft` is null for what no form of ours sends; `errors` has one code a field that could not be read. */
export type ReadListing = { draft: ListingDraft | null; errors: Record<string, string> }

/**
 * The editor's form as a draft, in the browser and on the server alike. What cannot be read yet (half a number) is
 * left empty and said, so that the rest is saved.
 */
export function readListingForm(form: FormData): ReadListing {
  const fields = createReader(form)
  const [categoryCode = '', subcategoryCode = ''] = fields.text('subcategoryCode').split('/')
  const parsed = listingDraft.safeParse({
    ...Object.fromEntries(texts.map((name) => [name, fields.text(name)])),
    keywords: splitWords(fields.text('keywords')),
    categoryCode,
    subcategoryCode,
    pictures: fields.rows('pictures', 'key').map((at) => readPicture(fields, at)),
    variants: fields.rows('variants', 'label').map((at) => readVariant(fields, at)),
    label: fields.under('label.'),
    storage: fields.text('storage') || undefined,
    shelfLifeDays: fields.number('shelfLifeDays', 1, 36_500),
    seasonMonths: form.getAll('seasonMonths').map(Number),
    dispatchHours: fields.number('dispatchHours', 1, 720) ?? undefined,
    returnRule: fields.text('returnRule') || undefined,
    isAlcohol: form.has('isAlcohol'),
    certificates: form.getAll('certificates'),
    batches: fields.rows('batches', 'producedOn').map((at) => readBatch(fields, at)),
  })
  if (parsed.success) return { draft: parsed.data, errors: fields.errors }
  const broken = parsed.error.issues.map(({ path }) => [path.join('.'), 'unreadable'])
  return { draft: null, errors: Object.fromEntries(broken) }
}

const texts = [
  'title',
  'titleEn',
  'subtitle',
  'subtitleEn',
  'description',
  'descriptionEn',
  'giName',
  'giAuthorisation',
] as const

function splitWords(text: string): Array<string> {
  return [...new Set(text.split(/[、，,；;\n]+/).map((word) => word.trim()))].filter(Boolean)
}

type Reader = ReturnType<typeof createReader>

function readPicture(fields: Reader, at: string) {
  const words = { alt: fields.text(`${at}.alt`), altEn: fields.text(`${at}.altEn`) }
  const own = {
    key: fields.text(`${at}.key`),
    ground: fields.text(`${at}.ground`),
    kind: fields.text(`${at}.kind`),
  }
  return { ...own, ...words }
}

function readVariant(fields: Reader, at: string) {
  return {
    sku: fields.text(`${at}.sku`),
    label: fields.text(`${at}.label`),
    labelEn: fields.text(`${at}.labelEn`),
    priceFen: fields.money(`${at}.priceFen`),
    netGrams: fields.number(`${at}.netGrams`, 1, 10_000_000),
    minQuantity: fields.number(`${at}.minQuantity`, 1, 9_999) ?? undefined,
    maxPerPerson: fields.number(`${at}.maxPerPerson`, 1, 9_999),
    barcode: fields.text(`${at}.barcode`),
    isActive: fields.text(`${at}.isActive`) === 'on',
    initialStock: fields.number(`${at}.initialStock`, 0, 1_000_000),
  }
}

/** Papers stand under their kind: `batches.0.papers.quarantine.number`; one of which nothing is filled is none. */
function readBatch(fields: Reader, at: string) {
  const kinds = new Set(Object.keys(fields.under(`${at}.papers.`)).map((name) => name.split('.')[0] ?? ''))
  return {
    code: fields.text(`${at}.code`),
    ownCode: fields.text(`${at}.ownCode`),
    producedOn: fields.day(`${at}.producedOn`),
    expiresOn: fields.day(`${at}.expiresOn`),
    papers: [...kinds].map((kind) => ({
      kind,
      number: fields.text(`${at}.papers.${kind}.number`),
      issuer: fields.text(`${at}.papers.${kind}.issuer`),
      issuedOn: fields.day(`${at}.papers.${kind}.issuedOn`),
      expiresOn: fields.day(`${at}.papers.${kind}.expiresOn`),
    })),
  }
}
