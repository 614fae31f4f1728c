import { useStaffMessages } from '#app/messages/messages.ts'
import type { CategoryChoice } from '../category-choices.server.ts'
import { type DraftField, draftFields, type ListingDraft } from '../draft.ts'
import { blankFields } from '../merge-drafts.ts'
import { FieldValue } from './field-value.tsx'

type DraftSummaryProps = {
  draft: ListingDraft
  categories: ReadonlyArray<CategoryChoice>
  fields?: ReadonlyArray<DraftField>
}

/** A draft for reading, field by field. */
export function DraftSummary({ draft, categories, fields = draftFields }: DraftSummaryProps) {
  const words = useStaffMessages().listings.fields
  const { written, blank } = readable(draft, fields)
  return (
    <>
      <dl className="divide-y divide-line border-y border-line text-sm">
        {written.map((field) => (
          <div key={field} className="grid gap-1 py-2 md:grid-cols-[9rem_minmax(0,1fr)] md:gap-4">
            <dt className="text-muted">{words[field]}</dt>
            <dd>
              <FieldValue field={field} draft={draft} categories={categories} />
            </dd>
          </div>
        ))}
      </dl>
      <BlankFields fields={blank} />
    </>
  )
}

/** What stands in a draft, and what was left empty; a kind says its category, so that is not repeated. */
export function readable(draft: ListingDraft, fields: ReadonlyArray<DraftField>) {
  const empty = blankFields(draft)
  const named = fields.filter((field) => field !== 'categoryCode')
  return {
    written: named.filter((field) => !empty.includes(field)),
    blank: named.filter((field) => empty.includes(field)),
  }
}

export function BlankFields({ fields }: { fields: ReadonlyArray<DraftField> }) {
  const t = useStaffMessages().listings
  if (fields.length === 0) return null
  return (
    <p className="py-2 text-sm text-muted">
      {t.review.blank(t.list(fields.map((field) => t.fields[field])))}
    </p>
  )
}
