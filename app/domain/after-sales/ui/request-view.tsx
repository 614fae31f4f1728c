import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import type { AnswerForm } from '../answer-forms.server.ts'
import type { RequestPage } from '../request-views.server.ts'
import { AnswerForms } from './answer-forms.tsx'
import { RequestAmounts, RequestFacts, RequestHistory } from './request-facts.tsx'

type RequestViewProps = { request: RequestPage; home: string; answer: AnswerForm | undefined }

/** The same page for the enterprise and, once it is escalated, for the organizers. */
export function RequestView({ request, home, answer }: RequestViewProps) {
  const t = useStaffMessages().afterSales
  return (
    <>
      <PageHeading title={t.page.title} trail={[{ title: t.page.back, to: home }]} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          {answer?.done ? (
            <Notice tone="success" role="status">
              {t.done[answer.done]}
            </Notice>
          ) : null}
          {answer?.failure ? (
            <Notice tone="danger" role="alert">
              {t.failures[answer.failure]}
            </Notice>
          ) : null}
          <RequestFacts request={request} home={home} />
          <RequestHistory request={request} />
          <AnswerForms request={request} state={answer?.form} />
        </div>
        <RequestAmounts request={request} />
      </div>
    </>
  )
}
