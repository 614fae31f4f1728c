import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { CheckboxField, InputField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { OwnAccount, OwnAccounts } from '../find-accounts.server.ts'

/** What money goes to, and what is to take its place. */
export function AccountStand({ confirmed, waiting, returned }: OwnAccounts) {
  const t = useStaffMessages().settlements.account
  return (
    <>
      {returned ? (
        <Notice tone="warning" title={t.returned(returned.ending)}>
          <p>{returned.reason}</p>
        </Notice>
      ) : null}
      {confirmed || waiting ? (
        <CardSection id="stand" title={t.stand}>
          <ul className="grid divide-y divide-line">
            {confirmed ? <Account account={confirmed} stand="confirmed" /> : null}
            {waiting ? <Account account={waiting} stand="waiting" /> : null}
          </ul>
        </CardSection>
      ) : (
        <Notice title={t.none}>
          <p>{t.noneText}</p>
        </Notice>
      )}
    </>
  )
}

function Account({ account, stand }: { account: OwnAccount; stand: 'confirmed' | 'waiting' }) {
  const t = useStaffMessages().settlements.account
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium" lang="zh-CN">
          {account.holder}
        </span>
        <Badge tone={stand === 'confirmed' ? 'grass' : 'millet'}>{t.states[stand]}</Badge>
      </p>
      <p className="figures text-sm text-muted">
        <span lang="zh-CN">{account.bank}</span> · {t.ending(account.ending)} ·{' '}
        <span className="whitespace-nowrap">{shanghaiMinute(account.at)}</span>
      </p>
    </li>
  )
}

/** A new one takes the place of what waits; what is confirmed stands until the city has confirmed the new one. */
export function AccountForm({ state, name }: { state: FormState | undefined; name: string }) {
  const t = useStaffMessages().settlements.account
  const word = useStaffWord()
  const values: Record<string, string> = state?.values ?? { holder: name }
  const typed = fieldsOf({ values, errors: state?.errors ?? {} }, word)
  const field = (key: 'holder' | 'bank' | 'number') => ({
    ...typed(key),
    label: t.fields[key],
    hint: t.hints[key],
    maxLength: 80,
    autoComplete: 'off',
  })
  return (
    <CardSection id="file" title={t.file} className="gap-4">
      <Form method="post" noValidate className="grid grid-cols-1 gap-4">
        <InputField {...field('holder')} />
        <InputField {...field('bank')} />
        <InputField {...field('number')} inputMode="numeric" />
        <CheckboxField
          id="consent"
          name="consent"
          defaultChecked={values.consent === 'on'}
          error={word(state?.errors.consent)}
        >
          {t.consent}
        </CheckboxField>
        <div>
          <Button size="large">{t.submit}</Button>
        </div>
      </Form>
    </CardSection>
  )
}
