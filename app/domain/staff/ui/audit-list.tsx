import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { AuditItem } from '../audit-views.server.ts'
import { ChangeTable } from './change-table.tsx'

export function AuditList({ items }: { items: ReadonlyArray<AuditItem> }) {
  return (
    <ol className="grid divide-y divide-line rounded-md border border-line bg-card">
      {items.map((item) => (
        <li key={item.id} id={`entry-${item.id}`} className="grid gap-2 px-4 py-3">
          <Heading item={item} />
          {item.reason ? <Reason text={item.reason} /> : null}
          <ChangeTable changes={item.changes} />
        </li>
      ))}
    </ol>
  )
}

const link = 'inline-flex min-h-6 items-center text-cinnabar underline-offset-4 hover:underline'

/** Each name is a way to the rest of what the person did, and of what was done to the thing. */
function Heading({ item }: { item: AuditItem }) {
  const t = useStaffMessages().audit
  const { at, actor, login, action, subjectKind, subjectId, place } = item
  const actions: Record<string, string> = t.actions
  const kinds: Record<string, string> = t.kinds
  const subject = t.subject(kinds[subjectKind] ?? subjectKind, subjectId)
  // Two enterprises may have one article number.
  const whose = subjectKind === 'variant' && place ? { enterprise: place } : {}
  const about = new URLSearchParams({ kind: subjectKind, subject: subjectId, ...whose })
  return (
    <div className="grid gap-1 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-base font-medium">{actions[action] ?? action}</span>
        <time dateTime={at.toISOString()} className="figures text-muted">
          {shanghaiMinute(at)}
        </time>
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
        <LocalLink to={`?${new URLSearchParams({ who: login ?? 'system' })}`} className={link}>
          {login ? <span lang="zh-CN">{actor}</span> : t.system}
        </LocalLink>
        <LocalLink to={`?${about}`} aria-label={t.allOf(subject)} className={`${link} figures break-all`}>
          {subject}
        </LocalLink>
        {place ? <span className="min-h-6">{place}</span> : null}
      </p>
    </div>
  )
}

function Reason({ text }: { text: string }) {
  const t = useStaffMessages().audit
  return (
    <p className="whitespace-pre-line break-words text-sm">
      <span className="text-muted">{t.reason} </span>
      <span lang="zh-CN">{text}</span>
    </p>
  )
}
