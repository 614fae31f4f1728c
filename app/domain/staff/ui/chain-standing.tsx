import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { AuditCheck } from '../audit-chain.server.ts'

/** What the last check of the chain found. */
export function ChainStanding({ check }: { check: AuditCheck | null }) {
  const t = useStaffMessages().audit.check
  if (!check) return <Notice title={t.title}>{t.never}</Notice>
  const { at, entries, broken } = check
  if (!broken)
    return (
      <Notice tone="success" title={t.title}>
        {t.whole(entries, shanghaiMinute(at))}
      </Notice>
    )
  return (
    <Notice tone="danger" title={t.title}>
      <p>{t.broken(broken.entryId, shanghaiMinute(at))}</p>
      <p>{t.problems[broken.problem]}</p>
    </Notice>
  )
}
