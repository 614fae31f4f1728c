import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { ApplicationReview } from '../application-review-view.server.ts'

/** What the machine has looked at; what it warns of, a person compares with the photos. */
export function Checks({ warnings }: Pick<ApplicationReview, 'warnings'>) {
  const t = useStaffMessages().joining.review
  return (
    <CardSection id="checks-title" title={t.checks}>
      <ul className="grid gap-2 text-sm">
        <li className="flex gap-2">
          <Icon name="check" className="mt-1 size-4 shrink-0 text-grass" />
          {t.creditCodeRight}
        </li>
        {warnings.map((warning) => (
          <li key={warning} className="flex gap-2">
            <Icon name="alert" className="mt-1 size-4 shrink-0 text-millet-deep" />
            {t.warnings[warning]}
          </li>
        ))}
      </ul>
    </CardSection>
  )
}

export function ReviewHistory({ history }: Pick<ApplicationReview, 'history'>) {
  const t = useStaffMessages().joining.review
  const actions: Record<string, string> = t.actions
  if (history.length === 0) return null
  return (
    <CardSection id="history-title" title={t.history}>
      <ol className="grid gap-3 text-sm">
        {history.map(({ action, actor, at, reason }) => (
          <li key={`${action} ${at.toISOString()}`}>
            <p className="flex flex-wrap justify-between gap-x-3">
              <span>
                <span lang="zh-CN">{actor}</span> · {actions[action] ?? action}
              </span>
              <time dateTime={at.toISOString()} className="figures text-muted">
                {shanghaiMinute(at)}
              </time>
            </p>
            {reason ? (
              <p lang="zh-CN" className="whitespace-pre-line text-muted">
                {reason}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </CardSection>
  )
}
