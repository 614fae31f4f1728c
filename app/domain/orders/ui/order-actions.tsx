import { Form } from '@remix-run/react'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { CancelFailure } from '../cancel-group.server.ts'
import type { OrderGroupView } from '../order-view.ts'

type OrderActionsProps = { group: OrderGroupView; failure: CancelFailure['code'] | undefined }

/** For the whole order: buy it again, or cancel it, which asks once more behind a disclosure. */
export function OrderActions({ group, failure }: OrderActionsProps) {
  const t = useMessages().orders
  return (
    <Card className="grid gap-3">
      {failure ? (
        <Notice tone="danger" role="alert">
          {t.cancel.failures[failure]}
        </Notice>
      ) : null}
      <Form method="post">
        <Button name="intent" value="buy-again" kind="secondary" wide>
          {t.buyAgain}
        </Button>
      </Form>
      {group.cancelRefusal === null ? (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center justify-center text-sm text-muted hover:text-berry">
            {t.cancel.title}
          </summary>
          <Form method="post" className="grid gap-3 pt-2">
            <p className="text-sm text-muted">{t.cancel.text}</p>
            <Button name="intent" value="cancel" kind="danger" wide>
              {t.cancel.confirm}
            </Button>
          </Form>
        </details>
      ) : null}
    </Card>
  )
}
