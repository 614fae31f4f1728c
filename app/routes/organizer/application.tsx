import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findApplicationReview } from '#app/domain/enterprises/application-review-view.server.ts'
import { reviewApplication } from '#app/domain/enterprises/review-forms.server.ts'
import { proposeApproval } from '#app/domain/enterprises/terms.ts'
import { FactList } from '#app/domain/enterprises/ui/application-facts.tsx'
import { ApplicationBadge } from '#app/domain/enterprises/ui/application-queue.tsx'
import { DocumentList } from '#app/domain/enterprises/ui/document-list.tsx'
import { ReviewActs } from '#app/domain/enterprises/ui/review-acts.tsx'
import { Checks, ReviewHistory } from '#app/domain/enterprises/ui/review-facts.tsx'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'recommend-applications')
  const application = await findApplicationReview(getServices(), scope, requireId(params.id))
  if (!application) throw new Response(null, { status: 404 })
  const proposal = proposeApproval(application.name)
  return { title: pageTitle(request, (t) => t.joining.queue.title), application, proposal }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const isDecision = ['approve', 'reject', 'send-link'].includes(String(form.get('intent')))
  const scope = await requireOrganizer(request, isDecision ? 'decide-applications' : 'recommend-applications')
  const answer = await reviewApplication(getServices(), scope, requireId(params.id), form)
  if (answer.failure === 'not-found') throw new Response(null, { status: 404 })
  if (answer.failure) return data(answer, { status: 409 })
  return data(answer, { status: answer.done ? 200 : 400 })
}

function requireId(id = ''): string {
  if (!isUuid(id)) throw new Response(null, { status: 404 })
  return id
}

export default function ApplicationPage() {
  const words = useStaffMessages().joining
  const t = words.review
  const { application, proposal } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = useStaffWord()
  const { enterpriseSlug, documents, warnings, history, acts, version } = application
  return (
    <>
      <PageHeading title={application.name} badges={<ApplicationBadge status={application.status} />} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-6">
          <Outcome done={answer?.done && t.done[answer.done]} failure={word(answer?.failure)} />
          <CardSection id="facts-title" title={words.own.facts} className="gap-4">
            <FactList facts={application} />
          </CardSection>
          <CardSection id="documents-title" title={words.own.documents} className="gap-4">
            <DocumentList documents={documents} base="/organizer/documents" />
          </CardSection>
        </div>
        <div className="grid content-start gap-6">
          <Checks warnings={warnings} />
          <ReviewActs
            acts={acts}
            version={version}
            proposal={proposal}
            refused={answer?.form}
            isBound={application.isBound}
          />
          <ReviewHistory history={history} />
          {enterpriseSlug ? (
            <ButtonLink to={`/organizer/enterprises/${enterpriseSlug}`} kind="secondary">
              {t.enterprise}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </>
  )
}
