import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextareaField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { ofSetAside } from '../alarm.ts'
import type { AlarmItem } from '../list-alarms.server.ts'
import type { SettleAnswer } from '../settle-alarm.server.ts'
import { GiveBackForms } from './give-back-forms.tsx'

type AlarmListProps = { alarms: ReadonlyArray<AlarmItem>; answer: SettleAnswer }

export function AlarmList({ alarms, answer }: AlarmListProps) {
  const t = useStaffMessages().alarms
  return (
    <ul className="grid gap-3">
      {alarms.map((alarm) => (
        <Card key={`${alarm.id} ${alarm.raisedAt}`} as="li" className="grid grid-cols-1 gap-2 text-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={alarm.settledAt ? 'plain' : 'berry'}>{t.kinds[alarm.kind]}</Badge>
            <span className="figures text-muted">
              {alarm.settledAt
                ? t.settledAt(shanghaiMinute(alarm.settledAt))
                : t.raised(shanghaiMinute(alarm.raisedAt))}
            </span>
          </p>
          <Concerned alarm={alarm} />
          {alarm.settledAt ? null : <p className="max-w-text text-muted">{t.hints[alarm.kind]}</p>}
          {alarm.settledAt ? null : <GiveBackForms alarm={alarm} answer={answer} />}
          {alarm.settledAt || ofSetAside.includes(alarm.kind) ? null : (
            <SettleForm alarm={alarm} answer={answer} />
          )}
          <details>
            <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-muted">
              {t.detail}
            </summary>
            <pre lang="zxx" translate="no" className="overflow-x-auto rounded-sm bg-paper p-3 text-xs">
              {alarm.reference}
              {'\n'}
              {JSON.stringify(alarm.detail, null, 1)}
            </pre>
          </details>
        </Card>
      ))}
    </ul>
  )
}

/** Whose it is, and by how much it differs where goods are concerned. */
function Concerned({ alarm: { kind, enterprise, goods, order, owedFen, detail } }: { alarm: AlarmItem }) {
  const words = useStaffMessages()
  const t = words.alarms
  const pools: Record<string, string> = words.stock.pools
  const pool = pools[String(detail.pool)] ?? ''
  const of = (name: string) => Number(detail[name])
  return (
    <div className="grid gap-1">
      {enterprise ? (
        <LocalLink
          to={`/organizer/enterprises/${enterprise.slug}`}
          className="justify-self-start py-1 text-cinnabar underline-offset-4 hover:underline"
        >
          {enterprise.name}
        </LocalLink>
      ) : null}
      {goods ? <p className="font-medium">{goods}</p> : null}
      {order ? <p className="figures font-medium">{t.order(order)}</p> : null}
      {owedFen === null ? null : <p className="figures">{t.owed(formatFen(owedFen))}</p>}
      {kind === 'pool-short' ? <p className="figures">{t.short(pool, of('missing'))}</p> : null}
      {kind === 'stock-difference' ? (
        <p className="figures">{t.stock(pool, of('physical'), of('free'), of('held'), of('sold'))}</p>
      ) : null}
    </div>
  )
}

function SettleForm({ alarm, answer }: { alarm: AlarmItem; answer: SettleAnswer }) {
  const t = useStaffMessages().alarms
  const word = useStaffWord()
  const state = answer?.id === alarm.id && !answer.values.intent ? answer : undefined
  return (
    <Folded title={t.settle} label={t.settleLabel(t.kinds[alarm.kind])} isOpen={Boolean(state)}>
      <Form method="post" noValidate className="grid gap-3 pt-2">
        <input type="hidden" name="id" value={alarm.id} />
        <input type="hidden" name="raisedAt" value={state?.values.raisedAt ?? alarm.raisedAt.toISOString()} />
        <TextareaField
          id={`note-${alarm.id}`}
          name="note"
          label={t.note}
          hint={t.noteHint}
          rows={2}
          maxLength={500}
          defaultValue={state?.values.note}
          error={word(state?.errors.note)}
        />
        <div>
          <Button kind="secondary">{t.submit}</Button>
        </div>
      </Form>
    </Folded>
  )
}
