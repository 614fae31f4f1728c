import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { PlannedRow, ShippedFile } from '../ship-file.server.ts'

type ShipFilePlanProps = { plan: ReadonlyArray<PlannedRow>; again: string }

/** What each row would do; those that are right are sent back as they were shown. */
export function ShipFilePlan({ plan, again }: ShipFilePlanProps) {
  const t = useStaffMessages().shipping.file
  const ready = plan.flatMap(({ outcome, shipment }) => (outcome === 'ship' && shipment ? [shipment] : []))
  const wrong = plan.filter(({ outcome }) => outcome !== 'ship' && outcome !== 'repeated').length
  const shown = ready.map(({ recipient: _recipient, parcel: _parcel, ...row }) => row)
  return (
    <>
      <Card className="grid gap-3">
        <p role="status" className="font-medium">
          {t.planned(ready.length, plan.length - ready.length - wrong, wrong)}
        </p>
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="intent" value="ship" />
          <input type="hidden" name="shown" value={JSON.stringify(shown)} />
          {ready.length > 0 ? <Button size="large">{t.confirm(ready.length)}</Button> : null}
          <ButtonLink to={again} kind="secondary">
            {t.again}
          </ButtonLink>
        </Form>
      </Card>
      <RowList label={t.plan}>
        {plan.map((row) => (
          <PlanRow key={`${row.row} ${row.number}`} row={row} />
        ))}
      </RowList>
    </>
  )
}

function PlanRow({ row: { row, number, outcome, shipment } }: { row: PlannedRow }) {
  const words = useStaffMessages()
  const t = words.shipping.file
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 text-sm">
      <span className="min-w-0">
        <span className="figures block font-medium break-all">{t.row(row, number)}</span>
        {shipment ? (
          <span className="figures text-muted">
            {words.orders.couriers[shipment.courier]} {shipment.trackingNumber}
            {shipment.parcel ? ` · ${words.catalog.storage[shipment.parcel]}` : null}
            {shipment.recipient ? ` · ${shipment.recipient}` : null}
          </span>
        ) : null}
      </span>
      {outcome === 'ship' ? (
        <Badge tone="grass">{t.willShip}</Badge>
      ) : outcome === 'repeated' ? (
        <Badge>{t.willRepeat}</Badge>
      ) : (
        <span className="text-berry">{t.codes[outcome]}</span>
      )}
    </li>
  )
}

export function ShippedFileNotice({ file: { shipped, repeated, faults } }: { file: ShippedFile }) {
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
