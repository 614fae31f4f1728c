import { isReturnExcluded } from '#app/domain/checkout/quote.ts'
import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { fieldsOf } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { InputField, SelectField, TextareaField } from '#app/ui/field.tsx'
import type { LineRefusal } from '../change-order.server.ts'
import type { OrderGroupView, OrderLineView, OrderView } from '../order-view.ts'
import { AfterSaleState } from './after-sale-state.tsx'
import { LineForm, PhotosField } from './line-form.tsx'
import { ReviewForm } from './review-form.tsx'

type LineProps<Answer> = { line: OrderLineView; answer: Answer | undefined }
type ActionsProps = LineProps<LineRefusal> & { order: OrderView; group: OrderGroupView }

const delivered: ReadonlyArray<OrderView['status']> = ['shipped', 'completed', 'partly-shipped']

/** After-sales and a review, each behind a native disclosure; what was asked before stands above. */
export function LineActions({ line, order, group, answer }: ActionsProps) {
  const own = answer?.lineId === line.id ? answer : undefined
  const isPending = line.afterSales.some(
    ({ status }) => status === 'requested' || status === 'awaiting-return',
  )
  const isLeft = line.refundedQuantity < line.quantity
  // What was sent as the account was closed is told why it was refused.
  const isTaken = !group.isAccountClosed || own?.intent === 'after-sale'
  const canAsk = delivered.includes(order.status) && !isPending && isLeft && isTaken
  const canReview = order.status === 'completed' && !line.hasReview
  return (
    <div className="grid gap-2">
      {line.afterSales.map((request) => (
        <AfterSaleState
          key={request.id}
          request={request}
          line={line}
          group={group}
          answer={own?.intent === 'reply' && own.values.requestId === request.id ? own : undefined}
        />
      ))}
      <div className="flex flex-wrap gap-x-6">
        {canAsk ? (
          <AfterSaleForm line={line} answer={own?.intent === 'after-sale' ? own : undefined} />
        ) : null}
        {canReview ? (
          <ReviewForm line={line} group={group} answer={own?.intent === 'review' ? own : undefined} />
        ) : null}
      </div>
    </div>
  )
}

function AfterSaleForm({ line, answer }: LineProps<Extract<LineRefusal, { intent: 'after-sale' }>>) {
  const t = useMessages().orders.afterSale
  const word = useFieldWord()
  const field = fieldsOf(answer, word, `-${line.id}`)
  const left = line.quantity - line.refundedQuantity
  const reasons = Object.entries(t.reasons).filter(
    ([reason]) => reason !== 'no-longer-wanted' || !isReturnExcluded(line.returnRule),
  )
  return (
    <LineForm
      intent="after-sale"
      lineId={line.id}
      answer={answer}
      failure={answer?.failure && t.failures[answer.failure]}
      words={t}
    >
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <SelectField {...field('kind')} label={t.kind}>
          <option value="refund-only">{t.kinds['refund-only']}</option>
          <option value="return-and-refund">{t.kinds['return-and-refund']}</option>
        </SelectField>
        <SelectField {...field('reason')} label={t.reason}>
          {reasons.map(([reason, title]) => (
            <option key={reason} value={reason}>
              {title}
            </option>
          ))}
        </SelectField>
        <InputField
          {...field('quantity')}
          type="number"
          inputMode="numeric"
          min={1}
          max={left}
          label={t.quantity}
          defaultValue={answer?.values.quantity ?? left}
        />
      </div>
      <TextareaField {...field('body')} label={t.body} hint={t.bodyHint} maxLength={500} />
      <PhotosField
        {...field('photos')}
        again={answer && t.photosAgain}
        label={t.photos}
        hint={t.photosHint}
      />
    </LineForm>
  )
}
