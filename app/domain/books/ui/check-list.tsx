import { Form } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import type { CheckItem } from '../book-views.server.ts'

export function CheckBadge({ differences }: { differences: number }) {
  const t = useStaffMessages().books
  return (
    <Badge tone={differences === 0 ? 'grass' : 'berry'}>
      {differences === 0 ? t.fine : t.differences(differences)}
    </Badge>
  )
}

/** The checks that run by themselves, with what they last found. */
export function CheckList({ last }: { last: ReadonlyArray<CheckItem> }) {
  const t = useStaffMessages().books
  return (
    <CardSection id="checks" title={t.checks}>
      <ul className="grid divide-y divide-line text-sm">
        {(['rollups', 'orders'] as const).map((kind) => {
          const item = last.find((check) => check.kind === kind)
          return (
            <li key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
              <span className="font-medium">{t.kinds[kind]}</span>
              {item ? <CheckBadge differences={item.differences} /> : null}
              <span className="figures text-muted">
                {item
                  ? t.at(shanghaiMinute(new Date(item.checkedAt)), (item.tookMs / 1000).toFixed(1))
                  : t.never}
              </span>
              <Form method="post" className="ml-auto">
                <Button name="intent" value={kind} kind="secondary" size="small">
                  {t.run}
                </Button>
              </Form>
            </li>
          )
        })}
      </ul>
    </CardSection>
  )
}

/** Beneath a figure: when its sums were last held against the ledger, and what came of it (T75). */
export function LastCheck({ check }: { check: CheckItem | null }) {
  const t = useStaffMessages().books
  return (
    <p className="figures flex flex-wrap items-center gap-3 text-xs text-muted">
      {t.kinds.rollups}
      {check ? <CheckBadge differences={check.differences} /> : null}
      {check ? t.at(shanghaiMinute(new Date(check.checkedAt)), (check.tookMs / 1000).toFixed(1)) : t.never}
    </p>
  )
}
