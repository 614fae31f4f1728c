import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import {
  changeEnterprise,
  enterpriseActs,
  readIntent,
} from '#app/domain/enterprises/change-enterprise.server.ts'
import { findEnterpriseRecord } from '#app/domain/enterprises/enterprise-record.server.ts'
import { DocumentList } from '#app/domain/enterprises/ui/document-list.tsx'
import { EnterpriseActs } from '#app/domain/enterprises/ui/enterprise-acts.tsx'
import { EnterpriseBadge } from '#app/domain/enterprises/ui/enterprise-list.tsx'
import { RecordFacts, RecordMembers } from '#app/domain/enterprises/ui/enterprise-record.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { useQuery } from '#app/ui/use-query.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-enterprises')
  const record = await findEnterpriseRecord(getServices(), scope, params.slug ?? '')
  if (!record) throw new Response(null, { status: 404 })
  const title = pageTitle(request, (t) => t.joining.enterprises.title)
  const may = {
    maySetFee: organizerMay(scope, enterpriseActs['set-fee']),
    maySuspend: organizerMay(scope, enterpriseActs.suspend),
    mayInvite: organizerMay(scope, enterpriseActs['invite-owner']),
    mayReview: organizerMay(scope, 'review-listings'),
  }
  return { title, record, mayReadDocuments: organizerMay(scope, 'read-documents'), may }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = readIntent(form)
  const scope = await requireOrganizer(request, enterpriseActs[intent ?? 'suspend'])
  if (!intent) throw new Response(null, { status: 400 })
  const command = { intent, slug: params.slug ?? '', form, locale: localeOf(new URL(request.url).pathname) }
  const answer = await changeEnterprise(getServices(), scope, command)
  if (answer.failure) return data(answer, { status: 409 })
  // By a redirect, so that a reload sends no other invitation.
  if (answer.done === 'invite-owner') return redirect(`${new URL(request.url).pathname}?done=${answer.done}`)
  return data(answer, { status: answer.done ? 200 : 400 })
}

export default function EnterprisePage() {
  const { joining: words, listings } = useStaffMessages()
  const { slug } = useParams()
  const { record, mayReadDocuments, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isInvited = useQuery().get('done') === 'invite-owner'
  const done = answer ? answer.done : isInvited && 'invite-owner'
  const word = useStaffWord()
  const isSuspended = record.suspendedAt !== null
  return (
    <>
      <PageHeading
        title={inLocale(useLocale(), record.name, record.nameEn)}
        badges={<EnterpriseBadge isSuspended={isSuspended} />}
      >
        {may.mayReview ? (
          <ButtonLink to={`/organizer/listings?state=published&enterprise=${slug}`} kind="quiet">
            {listings.queue.states.published}
          </ButtonLink>
        ) : null}
      </PageHeading>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-6">
          <Outcome done={done && words.enterprises.done[done]} failure={word(answer?.failure)} />
          {record.suspendedAt ? (
            <Notice
              tone="warning"
              title={words.enterprises.suspendedSince(shanghaiMinute(record.suspendedAt))}
            >
              <p lang="zh-CN">{record.reason}</p>
            </Notice>
          ) : null}
          <CardSection id="documents-title" title={words.own.documents} className="gap-4">
            <DocumentList
              documents={record.documents}
              base={mayReadDocuments ? '/organizer/documents' : null}
            />
            {record.warnings.map((warning) => (
              <Notice key={warning} tone="warning">
                {words.review.warnings[warning]}
              </Notice>
            ))}
          </CardSection>
          <RecordFacts record={record} />
        </div>
        <div className="grid content-start gap-6">
          <EnterpriseActs
            {...may}
            feeBasisPoints={record.feeBasisPoints}
            isSuspended={isSuspended}
            refused={answer?.form}
          />
          <RecordMembers members={record.members} />
        </div>
      </div>
    </>
  )
}
