import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Amounts, type FactRow } from '#app/ui/facts.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ShipAnswer } from '../ship-forms.server.ts'
import type { ShopOrder } from '../shop-order.ts'

export function Recipient({ order, answer }: { order: ShopOrder; answer: ShipAnswer | undefined }) {
  const t = useStaffMessages().shipping.order
  return (
    <CardSection id="recipient" title={t.recipient}>
      <div className="grid gap-1">
        <p lang="zh-CN" className="font-medium">
          {order.recipient} <span className="figures font-normal">{answer?.phone ?? order.maskedPhone}</span>
        </p>
        <p lang="zh-CN">{order.address}</p>
        {order.wantsInvoice ? <p className="text-sm text-muted">{t.invoice}</p> : null}
      </div>
      {order.note ? (
        <Notice title={t.note}>
          <p>{order.note}</p>
        </Notice>
      ) : null}
      {answer?.phone ? (
        <p role="status" className="text-sm text-muted">
          {t.shownOnce}
        </p>
      ) : (
        <ShowPhone answer={answer} />
      )}
    </CardSection>
  )
}

function ShowPhone({ answer }: { answer: ShipAnswer | undefined }) {
  const t = useStaffMessages().shipping.order
  const word = useStaffWord()
  const state = answer?.phoneForm
  return (
    <Folded title={t.showPhone} isOpen={Boolean(state)} className="print:hidden">
      <Form method="post" noValidate className="grid gap-3 py-2">
        <input type="hidden" name="intent" value="show-phone" />
        <InputField
          id="reason"
          name="reason"
          label={t.reason}
          hint={t.showPhoneHint}
          placeholder={t.reasonExample}
          error={word(state?.errors.reason)}
          defaultValue={state?.values.reason}
          maxLength={200}
        />
        <div>
          <Button kind="secondary">{t.show}</Button>
        </div>
      </Form>
    </Folded>
  )
}

export function OrderAmounts({ order }: { order: ShopOrder }) {
  const t = useStaffMessages().shipping.order
  const rows: Array<FactRow> = [
    [t.items, formatFen(order.itemsFen)],
    [t.shippingFee, formatFen(order.shippingFen)],
    [t.total, formatFen(order.totalFen)],
  ]
  if (order.refundedFen > 0) rows.push([t.refunded, formatFen(order.refundedFen)])
  return (
    <CardSection id="sums" title={t.sums}>
      <Amounts rows={rows} />
    </CardSection>
  )
}
