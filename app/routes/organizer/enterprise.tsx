import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeEnterprise, enterpriseIntents } from '#app/domain/enterprises/change-enterprise.server.ts'
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
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-enterprises')
  const record = await findEnterpriseRecord(getServices(), scope, params.slug ?? '')
  if (!record) throw new Response(null, { status: 404 })
  const title = pageTitle(request, (t) => t.joining.enterprises.title)
  const maySuspend = organizerMay(scope, 'suspend-enterprises')
  return { title, record, maySuspend, mayInvite: organizerMay(scope, 'manage-staff') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = enterpriseIntents.find((known) => known === form.get('intent'))
  const scope = await requireOrganizer(
    request,
    intent === 'invite-owner' ? 'manage-staff' : 'suspend-enterprises',
  )
  if (!intent) throw new Response(null, { status: 400 })
  const command = { intent, slug: params.slug ?? '', form, locale: localeOf(new URL(request.url).pathname) }
  const answer = await changeEnterprise(getServices(), scope, command)
  return data(answer, { status: answer.done ? 200 : 400 })
}

export default function EnterprisePage() {
  const words = useStaffMessages().joining
  const { record, maySuspend, mayInvite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isSuspended = record.suspendedAt !== null
  return (
    <>
      <PageHeading title={inLocale(useLocale(), record.name, record.nameEn)}>
        <EnterpriseBadge isSuspended={isSuspended} />
      </PageHeading>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-6">
          <Outcome done={answer?.done} failure={answer?.failure} />
          {record.suspendedAt ? (
            <Notice
              tone="warning"
              title={words.enterprises.suspendedSince(shanghaiMinute(record.suspendedAt))}
            >
              <p lang="zh-CN">{record.reason}</p>
            </Notice>
          ) : null}
          <Card as="section" labelledBy="documents-title" className="grid gap-4">
            <h2 id="documents-title" className="font-medium">
              {words.own.documents}
            </h2>
            <DocumentList documents={record.documents} base="/organizer/documents" />
            {record.warnings.map((warning) => (
              <Notice key={warning} tone="warning">
                {words.review.warnings[warning]}
              </Notice>
            ))}
          </Card>
          <RecordFacts record={record} />
        </div>
        <div className="grid content-start gap-6">
          <EnterpriseActs
            isSuspended={isSuspended}
            maySuspend={maySuspend}
            mayInvite={mayInvite}
            refused={answer?.form}
          />
          <RecordMembers members={record.members} />
        </div>
      </div>
    </>
  )
}

type OutcomeProps = { done: (typeof enterpriseIntents)[number] | undefined; failure: string | undefined }

function Outcome({ done, failure }: OutcomeProps) {
  const t = useStaffMessages().joining.enterprises
  const word = useStaffWord()
  if (done) {
    return (
      <Notice tone="success" role="status">
        {t.done[done]}
      </Notice>
    )
  }
  return failure ? (
    <Notice tone="danger" role="alert">
      {word(failure)}
    </Notice>
  ) : null
}
