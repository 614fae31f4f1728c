import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isFrozenAtRisk } from '#app/domain/shipping/frozen-days.ts'
import { type ShippedFile, shipFile } from '#app/domain/shipping/ship-file.server.ts'
import { FrozenNotice } from '#app/domain/shipping/ui/frozen-notice.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { decodeText } from '#app/platform/sheets/decode-text.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
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
  const shipped = await shipFile(getServices(), scope, await readRows(await readForm({ request, context })))
  return data(shipped, { status: shipped.ok ? 200 : 400 })
}

/** A file that was chosen, else what was pasted. */
async function readRows(form: FormData): Promise<string> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) return decodeText(await file.bytes()) ?? ''
  return String(form.get('rows') ?? '')
}

const example = 'CF20261125ABCDEFGH-1, SF1234567890123'

export default function OrdersFile() {
  const words = useStaffMessages().shipping
  const t = words.file
  const { home, warnsOfFrozen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} trail={[{ title: words.order.back, to: home }]} />
      <div className="grid gap-4">
        {answer?.ok ? <Outcome file={answer.value} /> : null}
        {answer?.ok === false ? (
          <Notice tone="danger" role="alert">
            {t[answer.code]}
          </Notice>
        ) : null}
        {warnsOfFrozen ? <FrozenNotice /> : null}
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
            <InputField id="file" name="file" type="file" accept=".csv,.txt,text/csv" label={t.upload} />
            <Button size="large">{t.submit}</Button>
          </Form>
        </Card>
      </div>
    </>
  )
}

function Outcome({ file: { shipped, repeated, faults } }: { file: ShippedFile }) {
  const t = useStaffMessages().shipping.file
  return (
    <>
      <Notice tone={shipped > 0 ? 'success' : 'information'} role="status">
        <p>{t.done(shipped)}</p>
        {repeated > 0 ? <p>{t.repeated(repeated)}</p> : null}
      </Notice>
      {faults.length > 0 ? (
        <Notice tone="danger" title={t.faults(faults.length)} role="alert">
          <ul className="grid gap-1">
            {faults.map(({ row, number, code }) => (
              <li key={`${row} ${number}`}>
                <span className="figures">{t.row(row, number)}</span> · {t.codes[code]}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}
