import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { Folded } from '#app/ui/folded.tsx'
import type { DocumentView } from '../document.ts'
import { DocumentForm } from './document-form.tsx'

type State = FormState | undefined

/** The next paper of the same kind, in place of this one. */
export function RenewDocument({ document, state }: { document: DocumentView; state: State }) {
  const words = useStaffMessages().joining
  const t = words.ownDocuments
  const { id, kind, number } = document
  return (
    <Folded
      title={t.renew}
      label={t.renewLabel(words.documents.kinds[kind])}
      isOpen={Boolean(state)}
      className="open:w-full"
    >
      <div className="py-3">
        <DocumentForm mark={`-${id}`} intent="renew" state={state} kind={kind} number={number}>
          <input type="hidden" name="replaces" value={id} />
          <p className="text-sm text-muted">{t.renewHint}</p>
        </DocumentForm>
      </div>
    </Folded>
  )
}

export function AddDocument({ state, isOpen }: { state: State; isOpen: boolean }) {
  const t = useStaffMessages().joining.documents
  return (
    <Card>
      <Folded title={t.add} isOpen={Boolean(state || isOpen)}>
        <div className="py-3">
          <DocumentForm intent="add" state={state} />
        </div>
      </Folded>
    </Card>
  )
}
