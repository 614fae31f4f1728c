import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addCoverage, listCoverage, removeCoverage } from '#app/domain/exhibitions/coverage.server.ts'
import { AddCoverage, CoverageList } from '#app/domain/exhibitions/ui/coverage.tsx'
import { SavedNotice } from '#app/domain/exhibitions/ui/saved-notice.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { addOrRemove } from './add-or-remove.server.ts'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition)
  const after = new URL(request.url).searchParams.get('after')
  const services = getServices()
  const page = await listCoverage(services, fair, after)
  const formKey = timeOrderedId(services.clock.now())
  return { title: fairTitle(request, fair, 'coverage'), page, formKey }
}

export async function action(args: ActionFunctionArgs) {
  return await addOrRemove(args, { add: addCoverage, remove: removeCoverage })
}

export default function Coverage() {
  const t = useStaffMessages().fairs.coverage
  const { page, formKey } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  // Another form once it is saved; the same one while something of it is mended.
  const key = state?.values.key ?? formKey
  return (
    <>
      <SavedNotice words={{ saved: t.saved, removed: t.removed }} isHidden={state !== undefined} />
      <AddCoverage key={key} formKey={key} state={state} />
      <CoverageList items={page.items} />
      <PageTurner next={page.next} />
    </>
  )
}
