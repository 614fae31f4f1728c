import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useLocation } from '@remix-run/react'
import { readOrderFilter } from '#app/domain/shipping/order-filter.ts'
import { listNumbersToShip } from '#app/domain/shipping/waiting-orders.server.ts'
import { mostWaybills } from '#app/domain/shipping/waybills.server.ts'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { localPath } from '#app/kernel/locale.ts'
import { queryTexts } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { InputField } from '#app/ui/field.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { useQuery } from '#app/ui/use-query.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

/** The ticked orders; without a tick all that the list shows and that are to ship. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const { searchParams } = new URL(request.url)
  const ticked = queryTexts(searchParams, 'order').slice(0, mostWaybills)
  return {
    title: pageTitle(request, (t) => t.shipping.waybills.title),
    home: `/enterprise/${scope.slug}/orders`,
    numbers:
      ticked.length > 0
        ? ticked
        : await listNumbersToShip(getServices(), scope, readOrderFilter(searchParams), mostWaybills),
  }
}

export default function Waybills() {
  const words = useStaffMessages().shipping
  const t = words.waybills
  const { home, numbers } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} trail={[{ title: words.order.back, to: home }]} />
      {numbers.length === 0 ? (
        <EmptyState title={words.list.none} text={words.list.noneText} />
      ) : (
        <TakeForm home={home} numbers={numbers} />
      )}
    </>
  )
}

/** The browser fetches the file, and stays on the page. */
function TakeForm({ home, numbers }: { home: string; numbers: ReadonlyArray<string> }) {
  const t = useStaffMessages().shipping.waybills
  const word = useStaffWord()
  const { search } = useLocation()
  const failure = useQuery().get('failure') ?? undefined
  const locale = useLocale()
  const fileAt = (file: string) => localPath(locale, `${home}/waybills/${file}`)
  return (
    <Card>
      <Form method="post" action={fileAt('waybills.xlsx')} reloadDocument className="grid gap-4">
        <input type="hidden" name="back" value={search} />
        {numbers.map((number) => (
          <input key={number} type="hidden" name="order" value={number} />
        ))}
        <p className="font-medium">{t.count(numbers.length)}</p>
        <InputField
          id="reason"
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          error={word(failure)}
          required
          minLength={4}
          maxLength={1_000}
        />
        <div className="flex flex-wrap gap-3">
          <Button size="large">{t.xlsx}</Button>
          <Button size="large" kind="secondary" formAction={fileAt('waybills.csv')}>
            {t.csv}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
