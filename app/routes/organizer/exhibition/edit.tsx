import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fairValues } from '#app/domain/exhibitions/fair-form.ts'
import { submitFair } from '#app/domain/exhibitions/fair-forms.server.ts'
import { FairForm } from '#app/domain/exhibitions/ui/fair-form.tsx'
import { OvertakenNotice } from '#app/domain/exhibitions/ui/overtaken-notice.tsx'
import { SavedNotice } from '#app/domain/exhibitions/ui/saved-notice.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition)
  const title = fairTitle(request, fair, 'edit')
  return { title, values: fairValues(fair), version: fair.version }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition)
  const saved = await submitFair(getServices(), scope, fair.slug, await request.formData())
  // By a redirect, so that a reload does not save again.
  if (saved.ok) return redirect(`${new URL(request.url).pathname}?done=saved`)
  return data(saved, { status: saved.overtaken ? 409 : 400 })
}

export default function Edit() {
  const t = useStaffMessages().fairs.form
  const { values, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <SavedNotice words={{ saved: t.saved }} isHidden={answer !== undefined} />
      {answer?.overtaken ? <OvertakenNotice theirs={answer.overtaken.theirs} /> : null}
      <FairForm
        key={version}
        state={answer?.state}
        values={values}
        version={answer?.overtaken?.version ?? version}
      />
    </>
  )
}
