import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listDivisionNames } from '#app/domain/catalog/list-division-names.server.ts'
import { isEditable } from '#app/domain/enterprises/application.ts'
import { findApplicationId, findOwnApplication } from '#app/domain/enterprises/application-views.server.ts'
import { changeOwnApplication } from '#app/domain/enterprises/own-application-forms.server.ts'
import { ApplicationState } from '#app/domain/enterprises/ui/application-status.tsx'
import { OwnDocuments, OwnFacts } from '#app/domain/enterprises/ui/own-application.tsx'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { requireLink } from '#app/platform/follow-link.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { id: _, ...application } = await requireLink(args, findOwnApplication)
  const divisions = await listDivisionNames(getServices(), localeOf(new URL(args.request.url).pathname))
  const base = `/join/${args.params.token}/documents`
  return { title: pageTitle(args.request, (t) => t.joining.own.title), application, divisions, base }
}

export async function action(args: ActionFunctionArgs) {
  const id = await requireLink(args, findApplicationId)
  await requireTurn('change-application:application', id)
  const answer = await changeOwnApplication(getServices(), id, await readForm(args))
  // By a redirect, so that a reload does not add the same paper again.
  if (answer.done) return redirect(`${new URL(args.request.url).pathname}?done=${answer.done}`)
  return data(answer, { status: 400 })
}

export default function OwnApplicationPage() {
  const t = useStaffMessages().joining.own
  const { application, divisions, base } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <main className="page max-w-text pb-12">
      <PageHeading title={t.title} />
      <div className="grid gap-6">
        <Outcome failure={answer?.failure} isRefused={answer !== undefined} />
        <ApplicationState application={application} />
        <OwnDocuments application={application} base={base} state={answer?.document} />
        <OwnFacts application={application} divisions={divisions} state={answer?.facts} />
        {isEditable(application.status) ? <Submit isAgain={application.status === 'returned'} /> : null}
      </div>
    </main>
  )
}

/** What an earlier form saved is not said of one that was refused. */
function Outcome({ failure, isRefused }: { failure: string | undefined; isRefused: boolean }) {
  const t = useStaffMessages().joining.own
  const word = useStaffWord()
  const done = useQuery().get('done')
  if (failure) {
    return (
      <Notice tone="danger" role="alert">
        {word(failure)}
      </Notice>
    )
  }
  return done === 'saved' && !isRefused ? (
    <Notice tone="success" role="status">
      {t.saved}
    </Notice>
  ) : null
}

function Submit({ isAgain }: { isAgain: boolean }) {
  const t = useStaffMessages().joining.own
  return (
    <Form method="post" className="bottom-bar">
      <Button name="intent" value="submit" size="large" className="max-lg:w-full">
        {isAgain ? t.submitAgain : t.submit}
      </Button>
    </Form>
  )
}
