import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeBooths } from '#app/domain/exhibitions/booth-forms.server.ts'
import { findCandidates, listFairBooths } from '#app/domain/exhibitions/booths.server.ts'
import { AddBooth, BoothOutcome } from '#app/domain/exhibitions/ui/add-booth.tsx'
import { BoothList } from '#app/domain/exhibitions/ui/booth-list.tsx'
import { ImportBooths } from '#app/domain/exhibitions/ui/import-booths.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { queryText } from '#app/kernel/query-text.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition)
  const { searchParams } = new URL(request.url)
  const text = queryText(searchParams, 'q')
  const [page, candidates] = await Promise.all([
    listFairBooths(getServices(), fair, searchParams.get('after')),
    findCandidates(getServices(), fair, text),
  ])
  const title = fairTitle(request, fair, 'exhibitors')
  return { title, slug: fair.slug, page, candidates, text }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition)
  const answer = await changeBooths(getServices(), scope, fair, await readForm({ request, context }))
  if (answer.isDone) return data(answer)
  return data(answer, { status: answer.intent === 'import' ? 400 : 409 })
}

export default function Exhibitors() {
  const { slug, page, candidates, text } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <BoothOutcome answer={answer} />
      <AddBooth text={text} candidates={candidates} />
      <ImportBooths answer={answer?.intent === 'import' ? answer : undefined} />
      <BoothList slug={slug} items={page.items} />
      <PageTurner next={page.next} />
    </>
  )
}
