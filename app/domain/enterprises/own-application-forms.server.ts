import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { addApplicationDocument, removeApplicationDocument } from './application-documents.server.ts'
import { applicationSchema } from './application-forms.ts'
import type { DocumentServices } from './read-document.server.ts'
import { submitApplication } from './submit-application.server.ts'
import { type ChangeRefusal, changeApplication } from './write-application.server.ts'

export type OwnAnswer = {
  done?: 'saved' | 'submitted'
  failure?: string
  facts?: FormState
  document?: FormState
}

/** Carries out what a form of the applicant's page asks for. */
export async function changeOwnApplication(
  services: DocumentServices,
  id: string,
  form: FormData,
): Promise<OwnAnswer> {
  const { intent, document = '' } = formValues(form)
  if (intent === 'change') {
    const parsed = parseForm(applicationSchema, form)
    if (!parsed.ok) return { facts: parsed }
    const changed = await changeApplication(services, id, parsed.value)
    return changed.ok ? { done: 'saved' } : refused(changed, formValues(form))
  }
  if (intent === 'add-document') {
    const state = await addApplicationDocument(services, id, form)
    return state ? { document: state } : { done: 'saved' }
  }
  if (intent === 'remove-document' && isUuid(document)) {
    await removeApplicationDocument(services, id, document)
    return { done: 'saved' }
  }
  if (intent !== 'submit') return {}
  const submitted = await submitApplication(services, id)
  return submitted.ok ? { done: 'submitted' } : { failure: submitted.code }
}

/** What was typed is shown again, beside what must be another. */
function refused({ code }: ChangeRefusal, values: Record<string, string>): OwnAnswer {
  if (code === 'not-editable') return { failure: code }
  const field = code === 'division-required' ? 'divisionCode' : 'creditCode'
  return { facts: { values, errors: { [field]: code } } }
}
