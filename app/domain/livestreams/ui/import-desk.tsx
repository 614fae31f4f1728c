import { Form, useNavigation } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RecentFiles } from '#app/ui/recent-files.tsx'
import type { ImportDesk, ImportItem } from '../import/import-views.server.ts'
import { FairField, Options } from './fair-field.tsx'
import { useImportWord } from './use-import-word.ts'

type UploadProps = Pick<ImportDesk, 'fairs' | 'shops'> & { failure: string | undefined }

export function UploadForm({ fairs, shops, failure }: UploadProps) {
  const t = useStaffMessages().livestreams.import
  const word = useImportWord()
  const isSending = useNavigation().state === 'submitting'
  return (
    <Card>
      <Form method="post" encType="multipart/form-data" className="grid grid-cols-1 gap-4">
        {failure ? (
          <Notice tone="danger" role="alert">
            {word(failure)}
          </Notice>
        ) : null}
        <InputField
          id="file"
          name="file"
          type="file"
          label={t.file}
          hint={t.fileHint}
          accept=".csv,.xlsx,.txt"
          required
        />
        <SelectField id="shop" name="shop" label={t.shop} hint={t.shopHint}>
          <option value="">{t.anyShop}</option>
          <Options choices={shops} />
        </SelectField>
        <FairField fairs={fairs} />
        <div>
          <Button size="large" aria-disabled={isSending}>
            {isSending ? t.sending : t.upload}
          </Button>
        </div>
        <p className="text-sm text-muted">{t.privacy}</p>
      </Form>
    </Card>
  )
}

const tones = { mapping: 'millet', running: 'jade', done: 'grass', failed: 'berry' } as const

export function ImportBadge({ status }: Pick<ImportItem, 'status'>) {
  return <Badge tone={tones[status]}>{useStaffMessages().livestreams.import.states[status]}</Badge>
}

export function RecentImports({ items }: Pick<ImportDesk, 'items'>) {
  return (
    <RecentFiles
      words={useStaffMessages().livestreams.import}
      home="/organizer/livestreams/import"
      items={items}
      badge={({ status }) => <ImportBadge status={status} />}
    />
  )
}
