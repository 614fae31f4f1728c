import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { beginDraft } from '#app/domain/listings/begin-draft.server.ts'
import { listCategoryChoices } from '#app/domain/listings/category-choices.server.ts'
import { createListing } from '#app/domain/listings/create-listing.server.ts'
import { emptyDraft } from '#app/domain/listings/draft.ts'
import { readListingForm } from '#app/domain/listings/listing-form.ts'
import { CategoryField } from '#app/domain/listings/ui/basics-section.tsx'
import { ProblemSummary } from '#app/domain/listings/ui/problem-summary.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireEnterprise(request, params.enterprise, 'edit-listings')
  const categories = await listCategoryChoices(getServices(), localeOf(new URL(request.url).pathname))
  return { title: pageTitle(request, (t) => t.listings.newTitle), categories }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const { draft, errors } = readListingForm(await readForm({ request, context }))
  if (!draft) return data({ errors }, { status: 400 })
  const services = getServices()
  const { id } = await createListing(services, scope, await beginDraft(services, scope, draft))
  const locale = localeOf(new URL(request.url).pathname)
  return redirect(localPath(locale, `/enterprise/${scope.slug}/listings/${id}`))
}

export default function NewListing() {
  const t = useStaffMessages().listings
  const { categories } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="max-w-text">
      <PageHeading title={t.newTitle} text={t.newText} />
      <Card>
        <Form method="post" className="grid gap-4">
          <ProblemSummary title={t.editor.refused} errors={answer?.errors ?? {}} />
          <InputField
            id="title"
            name="title"
            label={t.fields.title}
            hint={t.hints.title}
            maxLength={60}
            required
          />
          <CategoryField draft={emptyDraft()} error={undefined} categories={categories} />
          <div>
            <Button size="large">{t.create}</Button>
          </div>
        </Form>
      </Card>
    </div>
  )
}
