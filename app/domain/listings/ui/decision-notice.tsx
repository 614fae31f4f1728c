import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { decisions } from '../review-listing.server.ts'
import type { Submission } from '../review-queue.server.ts'
import { useSubmissionPath } from './use-submission-path.ts'

type DecisionNoticeProps = {
  done: (typeof decisions)[number]
  /** The one that has waited longest, of what the list shows. */
  next: Pick<Submission, 'id' | 'title' | 'titleEn'> | undefined
}

/** What was decided, and what to look at now. */
export function DecisionNotice({ done, next }: DecisionNoticeProps) {
  const t = useStaffMessages().listings.review
  const pathOf = useSubmissionPath()
  const name = inLocale(useLocale(), next?.title ?? '', next?.titleEn ?? '')
  return (
    <div className="pb-4">
      <Notice tone="success" role="status">
        <p>{t[done]}</p>
        {next ? (
          <LocalLink to={pathOf(next.id)} className="inline-flex min-h-11 items-center text-cinnabar">
            {t.next(name)}
          </LocalLink>
        ) : null}
      </Notice>
    </div>
  )
}
