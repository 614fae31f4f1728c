import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listDivisionNames } from '#app/domain/catalog/list-division-names.server.ts'
import { readTargets, saveTargets } from '#app/domain/exhibitions/targets.server.ts'
import { SavedNotice } from '#app/domain/exhibitions/ui/saved-notice.tsx'
import { TargetForm } from '#app/domain/exhibitions/ui/target-form.tsx'
import { formValues } from '#app/kernel/form.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { readVersion } from '#app/kernel/version.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition)
  const [targets, divisions] = await Promise.all([
    readTargets(getServices(), fair),
    listDivisionNames(getServices(), localeOf(new URL(request.url).pathname)),
  ])
  const title = fairTitle(request, fair, 'targets')
  return { title, version: fair.version, targets, divisions }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition)
  const values = formValues(await request.formData())
  const seen = readVersion(values.version)
  const saved = await saveTargets(getServices(), scope, fair, { seen, values })
  if (saved === 'saved') return redirect(`${new URL(request.url).pathname}?done=saved`)
  if (saved !== 'changed-meanwhile') return data({ state: saved, isOvertaken: false }, { status: 400 })
  return data({ state: { values, errors: {} }, isOvertaken: true }, { status: 409 })
}

export default function Targets() {
  const t = useStaffMessages().fairs.targets
  const { version, targets, divisions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <SavedNotice words={{ saved: t.saved }} isHidden={answer !== undefined} />
      {answer?.isOvertaken ? <Notice tone="warning" title={t.overtaken} role="alert" /> : null}
      <TargetForm
        key={version}
        version={version}
        targets={targets}
        divisions={divisions}
        state={answer?.state}
      />
    </>
  )
}
