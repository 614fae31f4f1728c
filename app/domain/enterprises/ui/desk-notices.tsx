import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { EnterpriseNotices } from '../enterprise-notices.server.ts'

type DeskNoticesProps = EnterpriseNotices & { home: string; isSuspended: boolean }

/** Above every page of an enterprise's desk, until it is mended. */
export function DeskNotices({ expired, suspendedFor, home, isSuspended }: DeskNoticesProps) {
  const words = useStaffMessages()
  const t = words.joining.ownDocuments
  const { kinds } = words.joining.documents
  if (!isSuspended && expired.length === 0) return null
  return (
    <div className="grid gap-3 pt-4 print:hidden">
      {isSuspended ? (
        <Notice tone="warning">
          <p>{words.staff.shell.suspended}</p>
          {suspendedFor ? (
            <p>
              {t.suspendedFor}
              <span lang="zh-CN" className="ml-2">
                {suspendedFor}
              </span>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {expired.length > 0 ? (
        <Notice tone="danger">
          <p>
            {t.expired(words.common.list(expired.map((kind) => kinds[kind])))}
            <LocalLink to={`${home}/documents`} className="ml-2 text-berry underline underline-offset-4">
              {t.upload}
            </LocalLink>
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
