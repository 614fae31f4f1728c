import type { BatchPaper } from '#app/domain/catalog/label.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { type BatchDraft, loadedBatches, mostBatches } from '../draft.ts'
import { requiredPapers } from '../paper-rules.ts'
import { EditorSection, type SectionProps } from './editor-section.tsx'

export function BatchesSection({ draft, errorOf, comments }: SectionProps) {
  const words = useStaffMessages()
  const t = words.listings
  const required = requiredPapers(draft.subcategoryCode)
  const names = t.list(required.map((kind) => words.catalog.product.papers[kind]))
  const error = errorOf('batches')
  return (
    <EditorSection
      id="batch-list"
      title={t.editor.batches}
      fields={['batches']}
      comments={comments}
      hint={required.length > 0 ? t.hints.batchesNeeded(names) : t.hints.batchesFree}
    >
      {error ? (
        <p id="batches" className="text-sm text-berry">
          {error}
        </p>
      ) : null}
      {draft.batches.map((batch, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new batch has nothing else; the list is drawn anew when its shape changes
        <BatchFields key={index} batch={batch} index={index} required={required} errorOf={errorOf} />
      ))}
      {draft.batches.some(({ code }) => code) ? (
        <p className="text-xs text-muted">{t.hints.batchKept(loadedBatches)}</p>
      ) : null}
      {draft.batches.length < mostBatches ? (
        <div>
          <Button name="intent" value="add-batch" kind="secondary">
            {t.batch.add}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-muted">{t.hints.batchesFull}</p>
      )}
    </EditorSection>
  )
}

type BatchFieldsProps = {
  batch: BatchDraft
  index: number
  required: ReadonlyArray<BatchPaper['kind']>
  errorOf: SectionProps['errorOf']
}

function BatchFields({ batch, index, required, errorOf }: BatchFieldsProps) {
  const t = useStaffMessages().listings.batch
  const at = `batches.${index}`
  const kinds = new Set([...required, ...batch.papers.map(({ kind }) => kind), 'inspection' as const])
  return (
    <fieldset className="grid gap-3 rounded-sm border border-line p-3">
      <legend className="px-1 text-sm font-medium">
        {t.heading(index + 1)} <span className="figures font-normal text-muted">{batch.code}</span>
      </legend>
      <input type="hidden" name={`${at}.code`} value={batch.code} />
      <InputField
        id={`${at}.ownCode`}
        name={`${at}.ownCode`}
        label={t.ownCode}
        hint={t.ownCodeHint}
        maxLength={40}
        defaultValue={batch.ownCode}
        error={errorOf(`${at}.ownCode`)}
      />
      <div className="grid grid-cols-2 gap-3">
        {(['producedOn', 'expiresOn'] as const).map((name) => (
          <InputField
            key={name}
            id={`${at}.${name}`}
            name={`${at}.${name}`}
            type="date"
            label={t[name]}
            defaultValue={batch[name] ?? ''}
            error={errorOf(`${at}.${name}`)}
          />
        ))}
      </div>
      {[...kinds].map((kind) => (
        <PaperFields
          key={kind}
          kind={kind}
          at={`${at}.papers.${kind}`}
          paper={batch.papers.find((paper) => paper.kind === kind)}
          isRequired={required.includes(kind)}
          errorOf={errorOf}
        />
      ))}
      {batch.code ? null : (
        <div>
          <Button name="intent" value={`remove-batch:${index}`} kind="quiet">
            {t.remove(index + 1)}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type PaperFieldsProps = {
  kind: BatchPaper['kind']
  at: string
  paper: BatchDraft['papers'][number] | undefined
  isRequired: boolean
  errorOf: SectionProps['errorOf']
}

function PaperFields({ kind, at, paper, isRequired, errorOf }: PaperFieldsProps) {
  const words = useStaffMessages()
  const t = words.listings.batch
  const field = (name: 'number' | 'issuer' | 'issuedOn' | 'expiresOn', label: string) => ({
    id: `${at}.${name}`,
    name: `${at}.${name}`,
    label,
    defaultValue: paper?.[name] ?? '',
    error: errorOf(`${at}.${name}`),
  })
  return (
    <fieldset className="grid grid-cols-2 gap-3 border-t border-line pt-3 md:grid-cols-4">
      <legend className="flex items-center gap-2 pt-3 text-sm">
        {words.catalog.product.papers[kind]}
        {isRequired ? <Badge tone="millet">{t.required}</Badge> : null}
      </legend>
      <InputField {...field('number', t.number)} maxLength={80} />
      <InputField {...field('issuer', t.issuer)} maxLength={120} />
      <InputField {...field('issuedOn', t.issuedOn)} type="date" />
      <InputField {...field('expiresOn', t.until)} type="date" hint={t.untilHint} />
    </fieldset>
  )
}
