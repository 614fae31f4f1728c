import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { getProfile, profileSchema, renameShopper } from '#app/domain/people/profile.server.ts'
import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { parseForm } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireShopper } from '#app/platform/session.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  const profile = await getProfile(getServices().db, scope)
  return { title: pageTitle(request, (t) => t.account.title), profile }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireShopper(request)
  const form = parseForm(profileSchema, await request.formData())
  if (!form.ok) return form
  await renameShopper(getServices().db, scope, form.value.name || null)
  return { ok: true as const, values: form.values, errors: {} as Record<string, string> }
}

export default function ProfilePage() {
  const t = useMessages().account
  const { profile } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const word = useFieldWord()
  return (
    <>
      <PageHeading title={profile.name ? t.welcome(profile.name) : t.title} />
      <div className="grid gap-6">
        {state?.ok ? (
          <Notice tone="success" role="status">
            {t.profile.saved}
          </Notice>
        ) : null}
        <Card as="section">
          <Form method="post" noValidate className="grid gap-4">
            <div>
              <p className="text-sm font-medium">{t.profile.phone}</p>
              <p className="figures text-lg">{profile.maskedPhone}</p>
            </div>
            <InputField
              id="name"
              name="name"
              label={t.profile.name}
              hint={t.profile.nameHint}
              defaultValue={state?.values.name ?? profile.name ?? ''}
              maxLength={20}
              autoComplete="nickname"
              error={word(state?.errors.name)}
            />
            <div>
              <Button kind="secondary">{t.profile.save}</Button>
            </div>
          </Form>
        </Card>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/account/orders">{t.menu.orders}</ButtonLink>
          <ButtonLink to="/account/addresses" kind="secondary">
            {t.menu.addresses}
          </ButtonLink>
        </div>
      </div>
    </>
  )
}
