import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isFrozenAtRisk } from '#app/domain/shipping/frozen-days.ts'
import { answerShipFile } from '#app/domain/shipping/ship-file-forms.server.ts'
import { FrozenNotice } from '#app/domain/shipping/ui/frozen-notice.tsx'
import { ShipFilePlan, ShippedFileNotice } from '#app/domain/shipping/ui/ship-file-plan.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  return {
    title: pageTitle(request, (t) => t.shipping.file.title),
    home: `/enterprise/${scope.slug}/orders`,
    warnsOfFrozen: isFrozenAtRisk(getServices().clock.now()),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const answer = await answerShipFile(getServices(), scope, await readForm({ request, context }))
  return data(answer, { status: answer.failure ? 400 : 200 })
}

export default function OrdersFile() {
  const words = useStaffMessages().shipping
  const t = words.file
  const { home, warnsOfFrozen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} trail={[{ title: words.order.back, to: home }]} />
      <div className="grid gap-4">
        {answer?.shipped ? <ShippedFileNotice file={answer.shipped} /> : null}
        <Outcome failure={answer?.failure && t[answer.failure]} />
        {warnsOfFrozen ? <FrozenNotice /> : null}
        {answer?.plan ? <ShipFilePlan plan={answer.plan} again={`${home}/file`} /> : <ChooseRows />}
      </div>
    </>
  )
}

const example = 'CF20261125ABCDEFGH-1, SF1234567890123'

function ChooseRows() {
  const t = useStaffMessages().shipping.file
  return (
    <Card>
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        <TextareaField
          id="rows"
          name="rows"
          label={t.rows}
          hint={t.rowsHint}
          rows={8}
          placeholder={example}
        />
        <InputField id="file" name="file" type="file" accept=".xlsx,.csv,.txt,text/csv" label={t.upload} />
        <Button size="large">{t.submit}</Button>
      </Form>
    </Card>
  )
}
