import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import type { DocumentView } from '../document.ts'
import { DocumentForm } from './document-form.tsx'

const summary =
  'inline-flex min-h-11 items-center text-sm font-medium text-cinnabar underline-offset-4 hover:underline'

type State = FormState | undefined

/** The next paper of the same kind, in place of this one. */
export function RenewDocument({ document, state }: { document: DocumentView; state: State }) {
  const words = useStaffMessages().joining
  const t = words.ownDocuments
  const { id, kind, number } = document
  return (
    <details open={state ? true : undefined} className="open:w-full">
      <summary aria-label={t.renewLabel(words.documents.kinds[kind])} className={summary}>
        {t.renew}
      </summary>
      <div className="py-3">
        <DocumentForm mark={`-${id}`} intent="renew" state={state} kind={kind} number={number}>
          <input type="hidden" name="replaces" value={id} />
          <p className="text-sm text-muted">{t.renewHint}</p>
        </DocumentForm>
      </div>
    </details>
  )
}

export function AddDocument({ state, isOpen }: { state: State; isOpen: boolean }) {
  const t = useStaffMessages().joining.documents
  return (
    <Card>
      <details open={state || isOpen ? true : undefined}>
        <summary className={summary}>{t.add}</summary>
        <div className="py-3">
          <DocumentForm intent="add" state={state} />
        </div>
      </details>
    </Card>
  )
}
