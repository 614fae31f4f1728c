import { Form } from '@remix-run/react'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { isEditable } from '../application.ts'
import type { OwnApplication } from '../application-views.server.ts'
import type { DocumentView } from '../document.ts'
import { FactList } from './application-facts.tsx'
import { ApplicationFields } from './application-fields.tsx'
import { DocumentForm } from './document-form.tsx'
import { DocumentList } from './document-list.tsx'

type Shown = Omit<OwnApplication, 'id'>

type OwnFactsProps = {
  application: Shown
  divisions: ReadonlyArray<{ code: string; name: string }>
  state: FormState | undefined
}

export function OwnFacts({ application, divisions, state }: OwnFactsProps) {
  const t = useStaffMessages().joining.own
  return (
    <CardSection id="facts-title" title={t.facts} className="gap-4">
      <FactList facts={application} />
      {isEditable(application.status) ? (
        <Folded title={t.change} isOpen={Boolean(state)}>
          <Form method="post" noValidate className="grid gap-4 py-3">
            <ApplicationFields
              divisions={divisions}
              state={state ?? { values: asTyped(application), errors: {} }}
            />
            <div>
              <Button name="intent" value="change" kind="secondary">
                {t.saveFacts}
              </Button>
            </div>
          </Form>
        </Folded>
      ) : null}
    </CardSection>
  )
}

function asTyped(application: Shown): Record<string, string> {
  return {
    name: application.name,
    nameEn: application.nameEn,
    kind: application.kind,
    divisionCode: application.divisionCode,
    town: application.town ?? '',
    creditCode: application.creditCode,
    foodLicence: application.foodLicence ?? '',
    contactName: application.contactName,
    contactPhone: application.contactPhone,
    story: application.story,
  }
}

type OwnDocumentsProps = { application: Shown; base: string; state: FormState | undefined }

/** Open from the start while there is none: the camera is the next step. */
export function OwnDocuments({ application: { documents, status }, base, state }: OwnDocumentsProps) {
  const words = useStaffMessages().joining
  const t = words.documents
  const canChange = isEditable(status)
  return (
    <CardSection id="documents-title" title={words.own.documents} className="gap-4">
      <DocumentList
        documents={documents}
        base={base}
        actions={(document) => (canChange ? <RemoveDocument document={document} /> : null)}
      />
      {canChange ? (
        <Folded title={t.add} isOpen={Boolean(state || documents.length === 0)}>
          <div className="py-3">
            <DocumentForm
              // Anew when a paper has gone: what is asked for next is another.
              key={documents.length}
              intent="add-document"
              state={state}
              kind={nextKind(documents)}
            />
          </div>
        </Folded>
      ) : null}
      <p className="text-xs text-muted">{t.private}</p>
    </CardSection>
  )
}

/** The business licence first, which everybody has; then the food licence. */
function nextKind(documents: ReadonlyArray<DocumentView>) {
  return documents.some(({ kind }) => kind === 'business-licence') ? 'food-licence' : 'business-licence'
}

function RemoveDocument({ document: { id, kind } }: { document: DocumentView }) {
  const t = useStaffMessages().joining.documents
  return (
    <Form method="post">
      <input type="hidden" name="document" value={id} />
      <Button
        name="intent"
        value="remove-document"
        kind="quiet"
        size="small"
        aria-label={t.removeLabel(t.kinds[kind])}
      >
        {t.remove}
      </Button>
    </Form>
  )
}
