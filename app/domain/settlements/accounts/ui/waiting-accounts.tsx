import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import type { FormState } from '#app/kernel/form.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type FactRow, Facts } from '#app/ui/facts.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ReasonForm } from '#app/ui/reason-form.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { inFours } from '../account.ts'
import type { WaitingAccount } from '../find-accounts.server.ts'

type WaitingAccountsProps = {
  accounts: ReadonlyArray<WaitingAccount>
  mayDecide: boolean
  /** The form that was refused, and whose it was. */
  refused: { id: string; form: FormState } | undefined
}

export function WaitingAccounts({ accounts, mayDecide, refused }: WaitingAccountsProps) {
  return (
    <ul className="grid grid-cols-1 gap-4">
      {accounts.map((account) => (
        <li key={account.id}>
          <Card as="section" labelledBy={`account-${account.id}`} className="grid grid-cols-1 gap-4">
            <AccountFacts account={account} />
            {mayDecide ? (
              <Decision id={account.id} state={refused?.id === account.id ? refused.form : undefined} />
            ) : null}
          </Card>
        </li>
      ))}
    </ul>
  )
}

function AccountFacts({ account }: { account: WaitingAccount }) {
  const t = useStaffMessages().settlements.account
  const name = inLocale(useLocale(), account.enterpriseName, account.enterpriseNameEn)
  const rows: Array<FactRow> = [
    [t.fields.holder, <InChinese key="holder">{account.holder}</InChinese>],
    [t.fields.bank, <InChinese key="bank">{account.bank}</InChinese>],
    [t.fields.number, inFours(account.number)],
    [t.former, account.formerEnding ? t.ending(account.formerEnding) : t.noFormer],
    [t.phone, account.phone],
    [t.filed, `${shanghaiMinute(account.filedAt)} · ${account.filedBy}`],
  ]
  return (
    <>
      <h2 id={`account-${account.id}`} className="font-medium">
        <LocalLink
          to={`/organizer/enterprises/${account.slug}`}
          className="text-cinnabar underline-offset-4 hover:underline"
        >
          {name}
        </LocalLink>
      </h2>
      {account.holder === account.enterpriseName ? null : (
        <Notice tone="warning">{t.otherHolder(account.enterpriseName)}</Notice>
      )}
      <Facts rows={rows} />
    </>
  )
}

/** As the bank has it, whatever the page's language. */
function InChinese({ children }: { children: string }) {
  return <span lang="zh-CN">{children}</span>
}

function Decision({ id, state }: { id: string; state: FormState | undefined }) {
  const words = useStaffMessages().settlements
  const t = words.account
  const word = useStaffWord()
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <Form method="post">
        <input type="hidden" name="account" value={id} />
        <Button name="intent" value="confirm">
          {t.confirm}
        </Button>
      </Form>
      <ReasonForm
        id={`reason-${id}`}
        act={t.return}
        intent="return"
        label={words.correct.reason}
        hint={t.returnHint}
        state={state}
        error={word(state?.errors.reason)}
        className="justify-self-start"
        hidden={<input type="hidden" name="account" value={id} />}
      />
    </div>
  )
}
