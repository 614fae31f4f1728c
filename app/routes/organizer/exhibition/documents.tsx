import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDocument, listDocuments, removeDocument } from '#app/domain/exhibitions/documents.server.ts'
import { AddDocument, DocumentList } from '#app/domain/exhibitions/ui/fair-documents.tsx'
import { SavedNotice } from '#app/domain/exhibitions/ui/saved-notice.tsx'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { addOrRemove } from './add-or-remove.server.ts'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition)
  const services = getServices()
  const documents = await listDocuments(services, fair)
  const title = fairTitle(request, fair, 'documents')
  return { title, slug: fair.slug, documents, formKey: timeOrderedId(services.clock.now()) }
}

export async function action(args: ActionFunctionArgs) {
  return await addOrRemove(args, { add: addDocument, remove: removeDocument })
}

export default function Documents() {
  const t = useStaffMessages().fairs.documents
  const { slug, documents, formKey } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  // Another form once it is saved; the same one while something of it is mended.
  const key = state?.values.key ?? formKey
  return (
    <>
      <SavedNotice words={{ saved: t.saved, removed: t.removed }} isHidden={state !== undefined} />
      <AddDocument key={key} formKey={key} state={state} />
      <DocumentList slug={slug} documents={documents} />
    </>
  )
}
