import { labelLines } from '#app/domain/catalog/label.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Picture } from '#app/ui/picture.tsx'
import type { CategoryChoice } from '../category-choices.server.ts'
import type { BatchDraft, DraftField, ListingDraft, VariantDraft } from '../draft.ts'

type FieldValueProps = { field: DraftField; draft: ListingDraft; categories: ReadonlyArray<CategoryChoice> }

/** One field of a draft for reading: in a diff, beside a form, where it waits for a reviewer. */
export function FieldValue({ field, draft, categories }: FieldValueProps) {
  switch (field) {
    case 'pictures':
      return <Pictures pictures={draft.pictures} />
    case 'variants':
      return <Lines items={draft.variants} line={(variant) => <VariantLine variant={variant} />} />
    case 'batches':
      return <Lines items={draft.batches} line={(batch) => <BatchLine batch={batch} />} />
    case 'label':
      return <LabelLines label={draft.label} />
    case 'categoryCode':
    case 'subcategoryCode':
      return <Text text={categoryName(draft, categories)} />
    default:
      return <Words field={field} draft={draft} />
  }
}

function categoryName(
  { categoryCode, subcategoryCode }: ListingDraft,
  categories: ReadonlyArray<CategoryChoice>,
) {
  const category = categories.find(({ code }) => code === categoryCode)
  const kind = category?.children.find(({ code }) => code === subcategoryCode)
  return [category?.name, kind?.name].filter(Boolean).join(' · ')
}

function Text({ text, lang }: { text: string; lang?: string | undefined }) {
  return text ? (
    <p lang={lang} className="whitespace-pre-line">
      {text}
    </p>
  ) : (
    <Nothing />
  )
}

type Worded = Exclude<
  DraftField,
  'pictures' | 'variants' | 'batches' | 'label' | 'categoryCode' | 'subcategoryCode'
>

function Words({ field, draft }: { field: Worded; draft: ListingDraft }) {
  const words = useStaffMessages()
  const { catalog, listings: t } = words
  const readers: Partial<Record<Worded, () => string>> = {
    storage: () => catalog.storage[draft.storage],
    returnRule: () => catalog.product.returnRules[draft.returnRule],
    seasonMonths: () => (draft.seasonMonths.length > 0 ? catalog.months(draft.seasonMonths) : ''),
    certificates: () => t.list(draft.certificates.map((one) => catalog.certificate[one])),
    isAlcohol: () => (draft.isAlcohol ? t.fields.isAlcohol : ''),
  }
  const read = readers[field]
  if (read) return <Text text={read()} />
  // What the enterprise wrote is read out in the language in which it did.
  return <Text text={String(draft[field] ?? '')} lang={field.endsWith('En') ? 'en' : 'zh-CN'} />
}

function Nothing() {
  return <p className="text-muted">{useStaffMessages().listings.review.nothing}</p>
}

function Lines<T>({ items, line }: { items: ReadonlyArray<T>; line: (item: T) => React.ReactNode }) {
  if (items.length === 0) return <Nothing />
  return (
    <ul className="grid gap-1">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: only read, never moved
        <li key={index}>{line(item)}</li>
      ))}
    </ul>
  )
}

function Pictures({ pictures }: Pick<ListingDraft, 'pictures'>) {
  const t = useStaffMessages().listings.photos
  if (pictures.length === 0) return <Nothing />
  return (
    <ol className="grid grid-cols-3 gap-2 sm:grid-cols-4">
      {pictures.map(({ key, alt, ground }, index) => (
        <li key={key} className="grid content-start gap-1 text-xs text-muted">
          <Picture
            pictureKey={key}
            alt={alt || t.position(index + 1)}
            sizes="160px"
            colour={ground}
            className="aspect-square w-full rounded-sm"
          />
          {alt}
        </li>
      ))}
    </ol>
  )
}

function VariantLine({ variant }: { variant: VariantDraft }) {
  const { variant: t, noPrice } = useStaffMessages().listings
  const { label, labelEn, priceFen, netGrams, minQuantity, maxPerPerson, barcode, isActive, initialStock } =
    variant
  const parts = [
    priceFen === null ? noPrice : formatFen(fen(priceFen)),
    netGrams === null ? '' : t.grams(netGrams),
    minQuantity > 1 ? t.minimum(minQuantity) : '',
    maxPerPerson === null ? '' : t.limit(maxPerPerson),
    barcode,
    initialStock === null ? '' : t.units(initialStock),
    isActive ? '' : t.inactive,
  ]
  return (
    <span className="figures">
      <span lang="zh-CN">{label}</span>
      {labelEn ? <span lang="en"> {labelEn}</span> : null} · {parts.filter(Boolean).join(' · ')}
    </span>
  )
}

function BatchLine({ batch: { code, ownCode, producedOn, expiresOn, papers } }: { batch: BatchDraft }) {
  const words = useStaffMessages()
  const { batch: t } = words.listings
  const dates = [
    producedOn ? `${t.producedOn} ${producedOn}` : '',
    expiresOn ? `${t.expiresOn} ${expiresOn}` : '',
  ]
  return (
    <span className="figures grid">
      {[ownCode || code, ...dates].filter(Boolean).join(' · ')}
      {papers.map(({ kind, number, issuer, issuedOn, expiresOn: until }) => (
        <span key={kind} className="text-muted">
          {[
            words.catalog.product.papers[kind],
            number,
            issuer,
            issuedOn ?? '',
            until ? `${t.until} ${until}` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      ))}
    </span>
  )
}

function LabelLines({ label }: Pick<ListingDraft, 'label'>) {
  const { labels } = useStaffMessages().catalog.product
  const lines = labelLines(label)
  if (lines.length === 0) return <Nothing />
  return (
    <dl className="grid gap-1">
      {lines.map(({ field, text }) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{labels[field]}</dt>
          <dd lang="zh-CN">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
