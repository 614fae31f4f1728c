import { Form } from '@remix-run/react'
import { shanghaiMinute, shanghaiMinuteInput } from '#app/kernel/clock.ts'
import { inLocale, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ActAnswer } from '../act-on-listing.server.ts'
import type { CategoryChoice } from '../category-choices.server.ts'
import type { EditAnswer } from '../edit-listing.server.ts'
import { isEditable } from '../lifecycle.ts'
import type { OpenedDraft } from '../open-draft.server.ts'
import { DraftSummary } from './draft-summary.tsx'
import { Comments } from './editor-section.tsx'
import { ListingActs } from './listing-acts.tsx'
import { ListingEditor } from './listing-editor.tsx'
import { Prices } from './price-form.tsx'
import { ShelfLinks } from './shelf-links.tsx'
import { PapersBadge, StateBadges } from './state-badges.tsx'
import { useListingWord } from './use-listing-words.ts'

type ListingPageProps = {
  home: string
  listing: OpenedDraft
  categories: ReadonlyArray<CategoryChoice>
  answer: { edited?: EditAnswer; acted?: ActAnswer } | undefined
}

/** One listing of an enterprise: to write while it is theirs to change, to read while it waits. */
export function ListingPage({ home, listing, categories, answer }: ListingPageProps) {
  const t = useStaffMessages().listings
  const word = useListingWord()
  const locale = useLocale()
  const uploadAddress = localPath(locale, `${home}/pictures`)
  const edited = answer?.edited
  const published = listing.published?.variants ?? []
  const version = edited?.version ?? listing.version
  const comments = listing.status === 'returned' ? listing.comments : []
  const storedWish = listing.wishedAt ? shanghaiMinuteInput(listing.wishedAt) : ''
  const refused = answer?.acted?.articleNumber ? undefined : word(answer?.acted?.failure)
  return (
    <>
      <PageHeading
        title={inLocale(locale, listing.draft.title, listing.draft.titleEn) || t.untitled}
        trail={[{ title: t.title, to: `${home}/listings` }]}
        trailLabel={t.title}
      >
        <ListingActs {...listing} home={home} isEditable={isEditable(listing)} />
      </PageHeading>
      <div className="grid grid-cols-1 gap-4">
        <p className="flex flex-wrap gap-1">
          <StateBadges {...listing} />
          <PapersBadge papers={listing.papers} />
        </p>
        {listing.published ? <ShelfLinks id={listing.id} product={listing.published} home={home} /> : null}
        {listing.barReason === null ? null : (
          <Notice tone="warning" title={t.editor.barredTitle}>
            <p lang="zh-CN">{listing.barReason}</p>
            <p>{t.editor.barredText}</p>
          </Notice>
        )}
        {refused ? (
          <Notice tone="warning" role="alert">
            {refused}
          </Notice>
        ) : null}
        <Comments comments={comments.filter(({ field }) => field === 'listing')} />
        {isEditable(listing) ? (
          <>
            {listing.hasDraft && listing.shelf === 'on-sale' ? <Notice>{t.editor.stays}</Notice> : null}
            <ListingEditor
              key={`${listing.id} ${version}`}
              draft={edited?.mine ?? listing.draft}
              kept={{ version, base: edited?.base ?? listing.draft, wish: edited?.keptWish ?? storedWish }}
              savedAt={edited?.savedAt ?? listing.updatedAt}
              wish={edited?.wish ?? storedWish}
              comments={comments}
              categories={categories}
              onSale={new Set(published.map(({ sku }) => sku))}
              uploadAddress={uploadAddress}
              answer={edited}
            />
          </>
        ) : (
          <Waiting listing={listing} categories={categories} />
        )}
        {published.length > 0 ? (
          <Prices variants={published} changes={listing.priceChanges} answer={answer?.acted} />
        ) : null}
      </div>
    </>
  )
}

function Waiting({ listing, categories }: Pick<ListingPageProps, 'listing' | 'categories'>) {
  const t = useStaffMessages().listings.editor
  const { publishAt, wishedAt, draft } = listing
  return (
    <>
      <Notice tone="information">
        <p>{publishAt ? t.scheduled(shanghaiMinute(publishAt)) : t.waiting}</p>
        {wishedAt && !publishAt ? <p>{t.wished(shanghaiMinute(wishedAt))}</p> : null}
        <Form method="post">
          <Button name="intent" value="withdraw" kind="secondary">
            {t.withdraw}
          </Button>
        </Form>
      </Notice>
      <DraftSummary draft={draft} categories={categories} />
    </>
  )
}
