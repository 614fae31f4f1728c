import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { OwnApplication } from '../application-views.server.ts'

const tones = {
  draft: 'information',
  submitted: 'information',
  returned: 'warning',
  recommended: 'information',
  approved: 'success',
  rejected: 'danger',
} as const

/** Where it stands, for the applicant, and what was said of it. */
export function ApplicationState({
  application,
}: {
  application: Pick<OwnApplication, 'status' | 'reason' | 'submittedAt' | 'owner' | 'invitedUntil'>
}) {
  const t = useStaffMessages().joining.own
  const { status, reason, submittedAt, owner, invitedUntil } = application
  const [title, text] = t.status[status]
  const isToldWhy = reason !== null && (status === 'returned' || status === 'rejected')
  return (
    <Notice tone={tones[status]} title={title}>
      <p>{owner ? t.owner[owner](invitedUntil ? shanghaiMinute(invitedUntil) : '') : text}</p>
      {isToldWhy ? (
        <p className="mt-2 border-l-2 border-current pl-3">
          <span className="block text-xs text-muted">{t.reason}</span>
          <span lang="zh-CN" className="whitespace-pre-line">
            {reason}
          </span>
        </p>
      ) : null}
      {submittedAt ? (
        <p className="figures text-xs text-muted">{t.submittedAt(shanghaiMinute(submittedAt))}</p>
      ) : null}
    </Notice>
  )
}
