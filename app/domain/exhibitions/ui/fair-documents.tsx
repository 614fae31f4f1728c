import { Form } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import type { FormState } from '#app/kernel/form.ts'
import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { InputField } from '#app/ui/field.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { FairDocument } from '../documents.server.ts'
import { useFairWord } from './use-fair-word.ts'

export function AddDocument({ formKey, state }: { formKey: string; state: FormState | undefined }) {
  const t = useStaffMessages().fairs.documents
  const word = useFairWord()
  return (
    <CardSection id="add" title={t.add}>
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        className="grid items-start gap-4 md:grid-cols-2"
      >
        <input type="hidden" name="key" value={formKey} />
        <InputField
          id="title"
          name="title"
          autoComplete="off"
          label={t.heading}
          defaultValue={state?.values.title}
          error={word(state?.errors.title)}
        />
        <InputField
          id="file"
          name="file"
          type="file"
          accept="application/pdf"
          label={t.file}
          error={word(state?.errors.file)}
        />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </CardSection>
  )
}

type DocumentListProps = {
  slug: string
  documents: ReadonlyArray<Omit<FairDocument, 'recordedAt'> & { recordedAt: Date | string }>
}

export function DocumentList({ slug, documents }: DocumentListProps) {
  const { documents: t, tabs } = useStaffMessages().fairs
  const locale = useLocale()
  if (documents.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <RowList label={tabs.documents}>
      {documents.map((document) => (
        <li key={document.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
          <div className="min-w-0 text-sm">
            <a
              href={localPath(locale, `/organizer/exhibitions/${slug}/documents/${document.id}`)}
              aria-label={t.download(document.title)}
              className="underline underline-offset-4 hover:text-cinnabar"
            >
              {document.title}
            </a>
            <p className="figures break-all text-xs text-muted">
              {shanghaiMinute(new Date(document.recordedAt))} · {document.recordedBy} · {document.fileName}
            </p>
            <p className="figures break-all text-xs text-muted">
              {t.hash} {document.sha256}
            </p>
          </div>
          <Form method="post">
            <Button name="remove" value={document.id} kind="quiet" aria-label={t.removeLabel(document.title)}>
              {t.remove}
            </Button>
          </Form>
        </li>
      ))}
    </RowList>
  )
}
