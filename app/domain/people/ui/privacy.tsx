import { Form } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ConsentRecord } from '../consents.server.ts'

/** One button gives, the same button takes back (PIPL article 15). */
export function MarketingConsent({ isGiven }: { isGiven: boolean }) {
  const t = useMessages().account.privacy
  return (
    <CardSection id="marketing" title={t.marketing}>
      <p className="text-sm text-muted">{t.marketingText}</p>
      <Form method="post" preventScrollReset className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">{isGiven ? t.marketingOn : t.marketingOff}</p>
        <Button name="intent" value={isGiven ? 'withdraw' : 'give'} kind="secondary">
          {isGiven ? t.withdraw : t.give}
        </Button>
      </Form>
    </CardSection>
  )
}

/** Given beside the photos themselves, review by review; taken back for all of them here. */
export function PhotoConsent() {
  const t = useMessages().account.privacy
  return (
    <CardSection id="review-photos" title={t.photos}>
      <p className="text-sm text-muted">{t.photosText}</p>
      <Form method="post" preventScrollReset className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">{t.photosOn}</p>
        <Button name="intent" value="withdraw-photos" kind="secondary">
          {t.photosWithdraw}
        </Button>
      </Form>
    </CardSection>
  )
}

export function ConsentHistory({ consents }: { consents: ReadonlyArray<ConsentRecord> }) {
  const t = useMessages().account.privacy
  return (
    <CardSection id="consents" title={t.consents}>
      <ul className="grid gap-2 text-sm">
        {consents.map((consent) => (
          <li
            key={`${consent.purpose}${consent.recordedAt.toISOString()}`}
            className="flex flex-wrap justify-between gap-x-4"
          >
            <span>
              {t.purposes[consent.purpose]} · {consent.isGiven ? t.given : t.withdrawn} ·{' '}
              {t.version(consent.version)}
            </span>
            <time dateTime={consent.recordedAt.toISOString()} className="figures text-muted">
              {shanghaiMinute(consent.recordedAt)}
            </time>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}

export function OwnData() {
  const t = useMessages().account.privacy
  const href = localPath(useLocale(), '/account/data.zip')
  return (
    <CardSection id="own-data" title={t.export}>
      <p className="text-sm text-muted">{t.exportText}</p>
      <p>
        <a href={href} download className="text-cinnabar underline underline-offset-4">
          {t.exportLink}
        </a>
      </p>
    </CardSection>
  )
}

export function DeleteAccount({ problem }: { problem: 'unconfirmed' | 'orders-open' | undefined }) {
  const t = useMessages().account.privacy
  return (
    <CardSection id="delete" title={t.delete}>
      <p className="text-sm text-muted">{t.deleteText}</p>
      {problem === 'orders-open' ? (
        <Notice tone="warning" role="alert">
          {t.ordersOpen}
        </Notice>
      ) : null}
      <Form method="post" preventScrollReset className="grid gap-3">
        <CheckboxField
          id="confirm"
          name="confirm"
          error={problem === 'unconfirmed' ? t.deleteUnconfirmed : undefined}
        >
          {t.deleteConfirm}
        </CheckboxField>
        <div>
          <Button name="intent" value="delete" kind="danger">
            {t.deleteSubmit}
          </Button>
        </div>
      </Form>
    </CardSection>
  )
}
