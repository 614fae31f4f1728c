import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { findOrderToken } from '#app/domain/orders/find-order-token.server.ts'
import { findOrderSchema } from '#app/domain/orders/order-forms.ts'
import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

type Answer = FormState & { failure?: 'not-found' | 'too-many' }

export function loader({ request }: LoaderFunctionArgs) {
  return { title: pageTitle(request, (t) => t.orders.find.title) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const parsed = parseForm(findOrderSchema, await request.formData())
  if (!parsed.ok) return data<Answer>({ values: parsed.values, errors: parsed.errors })
  const found = await findOrderToken(getServices(), { ...parsed.value, address: context.clientAddress })
  if (!found.ok) {
    const init = found.code === 'too-many' ? tooManyRequests(found) : {}
    return data<Answer>({ values: parsed.values, errors: {}, failure: found.code }, init)
  }
  return redirect(localPath(localeOf(new URL(request.url).pathname), `/orders/${found.value}`))
}

export default function FindOrder() {
  const t = useMessages()
  const words = t.orders.find
  const state: Answer | undefined = useActionData<typeof action>()
  const word = useFieldWord()
  return (
    <div className="page max-w-text">
      <PageHeading title={words.title} text={words.text} />
      <Card>
        <Form method="post" noValidate className="grid gap-4">
          <FormSummary state={state} title={t.people.errorSummary} word={word} />
          {state?.failure ? (
            <Notice tone="warning" role="alert">
              {state.failure === 'too-many' ? words.tooMany : words.notFound}
            </Notice>
          ) : null}
          <InputField
            id="number"
            name="number"
            label={words.number}
            hint={words.numberHint}
            defaultValue={state?.values.number}
            error={word(state?.errors.number)}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={24}
          />
          <InputField
            id="phone"
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="tel-national"
            label={words.phone}
            defaultValue={state?.values.phone}
            error={word(state?.errors.phone)}
          />
          <div>
            <Button size="large">{words.submit}</Button>
          </div>
        </Form>
      </Card>
    </div>
  )
}
