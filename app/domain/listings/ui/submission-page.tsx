import { useLocation } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { CategoryChoice } from '../category-choices.server.ts'
import type { OpenedSubmission } from '../open-submission.server.ts'
import type { ReviewAnswer } from '../review-listing.server.ts'
import { BarForm } from './bar-form.tsx'
import { DraftSummary } from './draft-summary.tsx'
import { ReviewForm } from './review-form.tsx'
import { PapersBadge, StateBadges } from './state-badges.tsx'
import { useListingWord } from './use-listing-words.ts'

type SubmissionPageProps = {
  submission: OpenedSubmission
  categories: ReadonlyArray<CategoryChoice>
  answer: ReviewAnswer | undefined
}

/** What was handed in, beside what is published, and the decision. */
export function SubmissionPage({ submission, categories, answer }: SubmissionPageProps) {
  const { listings: words, joining } = useStaffMessages()
  const t = words.review
  const word = useListingWord()
  const { failure, typed = {}, bar } = refusalOf(answer)
  const back = `/organizer/listings${useLocation().search}`
  const { id, draft, published, enterprise, submittedAt, status } = submission
  const when = submittedAt ? t.submittedAt(shanghaiMinute(submittedAt)) : ''
  return (
    <>
      <PageHeading
        title={inLocale(useLocale(), draft.title, draft.titleEn) || words.untitled}
        text={[enterprise.name, when].filter(Boolean).join(' · ')}
        trail={[{ title: t.title, to: back }]}
        trailLabel={t.title}
      >
        <div className="flex flex-wrap gap-2">
          <ButtonLink to={`/organizer/listings/${id}/preview`} kind="secondary">
            {words.editor.preview}
          </ButtonLink>
          {/* Where its papers are, by which marks are judged. */}
          <ButtonLink to={`/organizer/enterprises/${enterprise.slug}`} kind="quiet">
            {joining.review.enterprise}
          </ButtonLink>
        </div>
      </PageHeading>
      <div className="grid grid-cols-1 gap-4">
        <p className="flex flex-wrap gap-1">
          <StateBadges {...submission} />
          <PapersBadge papers={submission.papers} />
        </p>
        {submission.barReason === null ? null : (
          <Notice tone="warning" title={t.isBarred}>
            <p lang="zh-CN">{submission.barReason}</p>
          </Notice>
        )}
        {failure && failure !== 'comments-unsent' ? (
          <Notice tone="warning" role="alert">
            {word(failure)}
          </Notice>
        ) : null}
        {status === 'submitted' ? (
          <ReviewForm
            {...submission}
            published={published}
            categories={categories}
            typed={typed}
            isAskedOfComments={failure === 'comments-unsent'}
          />
        ) : (
          <>
            <Notice>{t.notWaiting}</Notice>
            <DraftSummary draft={draft} categories={categories} />
          </>
        )}
        {published ? <BarForm isBarred={submission.barReason !== null} state={bar} /> : null}
      </div>
    </>
  )
}

function refusalOf(answer: ReviewAnswer | undefined): Partial<Exclude<ReviewAnswer, { done: unknown }>> {
  return answer && 'failure' in answer ? answer : {}
}
