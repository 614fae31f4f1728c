import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listEnterpriseDocuments } from '#app/domain/enterprises/document-rows.server.ts'
import { addEnterpriseDocument } from '#app/domain/enterprises/enterprise-documents.server.ts'
import { DocumentList } from '#app/domain/enterprises/ui/document-list.tsx'
import { AddDocument, RenewDocument } from '#app/domain/enterprises/ui/own-documents.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'manage-documents')
  const { pool, clock } = getServices()
  const documents = await listEnterpriseDocuments(sqlOn(pool), clock.now(), scope.enterpriseId)
  const base = `/enterprise/${scope.slug}/documents`
  return { title: pageTitle(request, (t) => t.joining.ownDocuments.title), documents, base }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'manage-documents')
  const form = await readForm({ request, context })
  const state = await addEnterpriseDocument(getServices(), scope, form)
  if (state) return data({ state, replaces: String(form.get('replaces') ?? '') }, { status: 400 })
  // By a redirect, so that a reload does not add the same paper again.
  return redirect(`${new URL(request.url).pathname}?done=saved`)
}

export default function Documents() {
  const words = useStaffMessages().joining
  const t = words.ownDocuments
  const { documents, base } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isSaved = useQuery().get('done') === 'saved'
  const stateOf = (id: string) => (answer?.replaces === id ? answer.state : undefined)
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid gap-6">
        <Outcome done={isSaved && !answer && t.saved} />
        <Card>
          <DocumentList
            documents={documents}
            base={base}
            actions={(document) => <RenewDocument document={document} state={stateOf(document.id)} />}
          />
        </Card>
        <AddDocument key={documents.length} state={stateOf('')} isOpen={documents.length === 0} />
        <p className="text-xs text-muted">{words.documents.private}</p>
      </div>
    </>
  )
}
