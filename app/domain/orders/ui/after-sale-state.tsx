import { Form } from '@remix-run/react'
import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextareaField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { LineRefusal } from '../change-order.server.ts'
import type { AfterSaleView, OrderGroupView, OrderLineView } from '../order-view.ts'

type AfterSaleStateProps = {
  request: AfterSaleView
  line: OrderLineView
  group: OrderGroupView
  answer: Extract<LineRefusal, { intent: 'reply' }> | undefined
}

const tones: Record<AfterSaleView['status'], 'millet' | 'grass' | 'plain'> = {
  requested: 'millet',
  'awaiting-return': 'millet',
  accepted: 'grass',
  refused: 'plain',
  withdrawn: 'plain',
  'not-returned': 'plain',
}

/** What was asked, what was answered, and what the buyer can do about it. */
export function AfterSaleState({ request, line, group, answer }: AfterSaleStateProps) {
  const t = useMessages().orders.afterSale
  const deadline = shanghaiMinute(request.deadlineAt)
  return (
    <div className="grid gap-1 rounded-sm bg-paper px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span>
          {t.kinds[request.kind]} × {request.quantity} · {t.reasons[request.reason]}
        </span>
        <span className="flex flex-wrap gap-2">
          {request.isEscalated ? <Badge tone="jade">{t.escalated}</Badge> : null}
          <Badge tone={tones[request.status]}>{t.state[request.status]}</Badge>
        </span>
      </p>
      <OwnPhotos keys={request.photos} at={`/orders/${group.token}/aftersales/${request.id}`} />
      {request.status === 'requested' ? (
        <p className="figures text-xs text-muted">{t.deadline(deadline)}</p>
      ) : null}
      {request.answer ? <p className="whitespace-pre-line">{t.answer(request.answer)}</p> : null}
      {request.reply ? <p className="whitespace-pre-line text-muted">{t.reply(request.reply)}</p> : null}
      {request.status === 'awaiting-return' && !request.reply ? (
        <p className="figures text-xs text-muted">{t.sendBackBefore(deadline)}</p>
      ) : null}
      {request.status === 'not-returned' ? <p className="text-xs text-muted">{t.notReturned}</p> : null}
      {answer?.failure ? (
        <Notice tone="danger" role="alert">
          {answer.failure === 'account-closed' ? t.failures['account-closed'] : t.changed}
        </Notice>
      ) : null}
      {group.isAccountClosed ? null : <ReplyForm request={request} line={line} answer={answer} />}
    </div>
  )
}

function OwnPhotos({ keys, at }: { keys: ReadonlyArray<string>; at: string }) {
  const t = useMessages().orders.afterSale
  if (keys.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2 py-1">
      {keys.map((key, index) => (
        <li key={key}>
          <a href={`${at}/${key}-1200.webp`} className="block">
            <img
              src={`${at}/${key}-240.webp`}
              alt={t.photo(index + 1)}
              width={64}
              height={64}
              loading="lazy"
              decoding="async"
              className="size-16 rounded-sm bg-card object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

function ReplyForm({ request, line, answer }: Omit<AfterSaleStateProps, 'group'>) {
  const t = useMessages().orders.afterSale
  const word = useFieldWord()
  const isReturn = request.status === 'awaiting-return'
  const canReply = isReturn ? !request.reply : request.status === 'refused' && !request.isEscalated
  const hidden = (
    <>
      <input type="hidden" name="lineId" value={line.id} />
      <input type="hidden" name="requestId" value={request.id} />
    </>
  )
  return (
    <>
      {canReply ? (
        <Folded title={isReturn ? t.sendBack : t.object} isOpen={Boolean(isReturn || answer)}>
          <Form method="post" noValidate preventScrollReset className="grid gap-3 py-2">
            <input type="hidden" name="intent" value="reply" />
            {hidden}
            <TextareaField
              id={`reply-${request.id}`}
              name="reply"
              rows={2}
              label={isReturn ? t.returnNumber : t.objection}
              defaultValue={answer?.values.reply}
              error={word(answer?.errors.reply)}
              maxLength={500}
            />
            <div>
              <Button kind="secondary">{isReturn ? t.sendBack : t.sendObjection}</Button>
            </div>
          </Form>
        </Folded>
      ) : null}
      {request.status === 'requested' || isReturn ? (
        <Form method="post" preventScrollReset>
          {hidden}
          <Button name="intent" value="withdraw" kind="quiet">
            {t.withdraw}
          </Button>
        </Form>
      ) : null}
    </>
  )
}
