import { Form, useNavigation, useRevalidator } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import type { OrderGroupView } from '#app/domain/orders/order-view.ts'
import type { PaymentRefusal } from '#app/domain/payments/open-payment.server.ts'
import { minute, shanghaiMinute } from '#app/kernel/clock.ts'
import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Money } from '#app/ui/money.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

type PaymentPanelProps = {
  group: OrderGroupView
  /** The server's clock: the browser's may be wrong by hours. */
  now: Date
  failure: PaymentRefusal['code'] | undefined
  /** Above the amount: what has happened so far. */
  children?: ReactNode
}

/** The amount, how long it may be paid, and the one button, which opens the provider's page. */
export function PaymentPanel({ group, now, failure, children }: PaymentPanelProps) {
  const t = useMessages().checkout.pay
  const isBusy = useNavigation().state !== 'idle'
  const action = localPath(useLocale(), `/checkout/${group.token}/pay`)
  const minutesLeft = useMinutesLeft(group.expiresAt, now)
  const canPay = group.status === 'awaiting-payment' && minutesLeft > 0
  return (
    <Card className="grid gap-4">
      {children}
      {failure ? (
        <Notice tone="warning" role="alert">
          {t[failure]}
        </Notice>
      ) : null}
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="figures text-sm text-muted">{t.number(group.number)}</span>
        <Money amount={group.totalFen} size="huge" className="text-cinnabar" />
      </p>
      <p role="status" className="figures text-sm">
        {canPay ? t.expires(shanghaiMinute(group.expiresAt).slice(11), minutesLeft) : t.expired}
      </p>
      {canPay ? (
        <Form method="post" action={action} reloadDocument>
          <Button size="large" wide aria-disabled={isBusy}>
            {t.submit}
          </Button>
        </Form>
      ) : (
        <ButtonLink to="/cart" size="large" wide>
          {t.buyAgain}
        </ButtonLink>
      )}
      {canPay ? <p className="text-xs text-muted">{t.methods}</p> : null}
      <ButtonLink to={`/orders/${group.token}`} kind="quiet">
        {t.view}
      </ButtonLink>
    </Card>
  )
}

/** Counted from the server's time; without JavaScript it stands still, and says the hour as well. */
function useMinutesLeft(expiresAt: Date, now: Date): number {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const start = Date.now()
    const timer = setInterval(() => setPassed(Date.now() - start), 10_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((expiresAt.getTime() - now.getTime() - passed) / minute))
}

const firstPause = 1_500
const longestPause = 10_000

/** Nothing is known yet: never "failed". Asks again by itself, with growing pauses; without JavaScript the browser loads the page again. */
export function Confirming({ token }: { token: string }) {
  const t = useMessages().checkout.pay
  const { revalidate, state } = useRevalidator()
  const [pause, setPause] = useState(firstPause)
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(() => {
      setPause((last) => Math.min(longestPause, last * 1.5))
      revalidate()
    }, pause)
    return () => clearTimeout(timer)
  }, [pause, revalidate, state])
  return (
    <Card className="grid justify-items-center gap-4 py-8 text-center">
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <div className="skeleton h-1 w-32 rounded-full" aria-hidden="true" />
      <p role="status" className="max-w-text text-muted">
        {t.confirmingText}
      </p>
      <ButtonLink to={`/checkout/${token}/return`} kind="secondary" reloadDocument>
        {t.refresh}
      </ButtonLink>
    </Card>
  )
}

export function Paid({ group }: { group: OrderGroupView }) {
  const t = useMessages().checkout.pay
  return (
    <Card className="grid gap-4">
      <p>{t.paidText(group.number)}</p>
      <Money amount={group.totalFen} size="large" />
      {group.isGuest ? <Notice>{t.guestNote}</Notice> : null}
      <div>
        <ButtonLink to={`/orders/${group.token}`} size="large">
          {t.view}
        </ButtonLink>
      </div>
    </Card>
  )
}
