import { Form, useNavigation } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { RecentFiles } from '#app/ui/recent-files.tsx'
import type { ImportItem } from '../import-views.server.ts'
import { useFailureWord } from './use-failure-word.ts'

type Props = { home: string; items: ReadonlyArray<ImportItem>; failure: string | undefined }

export function ImportPage({ home, items, failure }: Props) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <UploadForm failure={failure} />
      <Downloads home={home} />
      <Recent home={home} items={items} />
    </div>
  )
}

function UploadForm({ failure }: Pick<Props, 'failure'>) {
  const t = useStaffMessages().importing
  const word = useFailureWord()
  const isSending = useNavigation().state === 'submitting'
  return (
    <Card>
      <Form method="post" encType="multipart/form-data" className="grid grid-cols-1 gap-4">
        <Outcome failure={failure && word(failure)} />
        <InputField
          id="sheet"
          name="sheet"
          type="file"
          label={t.sheet}
          hint={t.sheetHint}
          accept=".xlsx,.csv,.txt"
          required
        />
        <InputField
          id="photos"
          name="photos"
          type="file"
          label={t.photos}
          hint={t.photosHint}
          isOptional={t.optional}
          accept=".zip"
        />
        <div>
          <Button size="large" aria-disabled={isSending}>
            {t.upload}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function Downloads({ home }: Pick<Props, 'home'>) {
  const t = useStaffMessages().importing
  const files = [
    ['template.xlsx', t.template],
    ['products.xlsx', t.exportWorkbook],
    ['products.csv', t.exportText],
  ] as const
  return (
    <Card>
      <ul className="grid gap-1">
        {files.map(([file, title]) => (
          <li key={file}>
            <FileLink to={`${home}/import/files/${file}`}>{title}</FileLink>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t.exportHint}</p>
    </Card>
  )
}

function Recent({ home, items }: Pick<Props, 'home' | 'items'>) {
  const t = useStaffMessages().importing
  return (
    <RecentFiles
      words={t}
      home={`${home}/import`}
      items={items}
      badge={({ status }) => (
        <Badge tone={status === 'done' ? 'grass' : status === 'failed' ? 'berry' : 'plain'}>
          {t.states[status]}
        </Badge>
      )}
    />
  )
}
