import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { listDivisionNames } from '#app/domain/catalog/list-division-names.server.ts'
import { applicationSchema } from '#app/domain/enterprises/application-forms.ts'
import { ApplicationFields } from '#app/domain/enterprises/ui/application-fields.tsx'
import { startApplication } from '#app/domain/enterprises/write-application.server.ts'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { parseForm } from '#app/kernel/form.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const divisions = await listDivisionNames(getServices(), localeOf(new URL(request.url).pathname))
  return { title: pageTitle(request, (t) => t.joining.apply.title), divisions }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(new URL(request.url).pathname)
  const parsed = parseForm(applicationSchema, await request.formData())
  if (!parsed.ok) return data(parsed, { status: 400 })
  const applicant = { address: context.clientAddress, locale }
  const started = await startApplication(getServices(), parsed.value, applicant)
  if (started.ok) return redirect(localPath(locale, `/join/${started.value.token}`))
  const { values } = parsed
  if (started.code === 'too-many')
    return data({ values, errors: { contactPhone: started.code } }, tooManyRequests(started))
  return data({ values, errors: { divisionCode: started.code } }, { status: 400 })
}

export default function Apply() {
  const words = useStaffMessages()
  const { apply: t, facts } = words.joining
  const { divisions } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const word = useStaffWord()
  const isBusy = useNavigation().state !== 'idle'
  return (
    <main className="page pb-12">
      <PageHeading title={t.title} text={t.text} />
      <Steps />
      <Card>
        <Form method="post" noValidate className="grid gap-6">
          <FormSummary
            state={state}
            title={words.staff.errorSummary}
            word={word}
            names={{ ...facts, divisionCode: facts.division }}
          />
          <ApplicationFields divisions={divisions} state={state} />
          <p className="text-sm text-muted">
            {t.privacy}
            <LocalLink to="/help/privacy" className="ml-1 text-cinnabar underline underline-offset-4">
              {t.privacyLink}
            </LocalLink>
          </p>
          <div className="bottom-bar">
            <Button size="large" className="max-lg:w-full" aria-disabled={isBusy}>
              {t.next}
            </Button>
          </div>
        </Form>
      </Card>
      <p className="py-4 text-sm text-muted">{t.another}</p>
    </main>
  )
}

function Steps() {
  const { steps } = useStaffMessages().joining.apply
  return (
    <ol className="grid gap-3 pb-6 md:grid-cols-3">
      {steps.map(([title, text], index) => (
        <li key={title} className="flex gap-3">
          <span className="figures title-font flex size-8 shrink-0 items-center justify-center rounded-full bg-cinnabar-wash text-cinnabar">
            {index + 1}
          </span>
          <span className="text-sm">
            <span className="block font-medium">{title}</span>
            <span className="text-muted">{text}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
