import { Form, Link } from '@remix-run/react'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardSection } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { type BulkKind, readPercent } from '../bulk/bulk-act.ts'
import type { ChosenListing } from '../bulk/list-chosen.server.ts'
import type { DoneBulk } from '../bulk/undo-bulk.server.ts'
import type { CategoryChoice } from '../category-choices.server.ts'
import { emptyDraft } from '../draft.ts'
import { CategoryField } from './basics-section.tsx'
import { PercentForm, PricePreview } from './bulk-prices.tsx'
import { useListingWord } from './use-listing-words.ts'

type BulkPageProps = {
  home: string
  kind: BulkKind
  chosen: ReadonlyArray<ChosenListing>
  /** The query of the page for the next hundred, of all that match a filter; empty where there are no more. */
  next: string
  percent: string
  categories: ReadonlyArray<CategoryChoice>
  formKey: string
  done: DoneBulk | null
  failure: 'unreadable' | 'too-late' | undefined
}

/** One act on several listings: shown first, then done, and undone for a minute. */
export function BulkPage(props: BulkPageProps) {
  const { home, kind, chosen, next, percent, done, failure } = props
  const words = useStaffMessages()
  const t = words.bulk
  const back = `${home}/listings`
  return (
    <>
      <PageHeading
        title={t.kinds[kind]}
        trail={[{ title: words.listings.title, to: back }]}
        trailLabel={words.listings.title}
      />
      <div className="grid grid-cols-1 gap-4">
        {failure ? (
          <Notice tone="warning" role="alert">
            {t.errors[failure]}
          </Notice>
        ) : null}
        {done ? <Done done={done} back={back} /> : null}
        {done && next ? <NextHundred next={next} text={t.moreLeft} /> : null}
        {!done && chosen.length === 0 ? (
          <EmptyState title={t.noneTitle} text={t.noneText}>
            <ButtonLink to={back}>{words.listings.title}</ButtonLink>
          </EmptyState>
        ) : null}
        {!done && chosen.length > 0 ? (
          <Card className="grid grid-cols-1 gap-4">
            {next ? <NextHundred next={next} text={t.more(chosen.length)} /> : null}
            {kind === 'price' ? <PercentForm percent={percent} /> : null}
            {kind === 'price' && readPercent(percent) === null ? null : <ApplyForm {...props} />}
          </Card>
        ) : null}
      </div>
    </>
  )
}

function ApplyForm({ kind, chosen, next, percent, categories, formKey }: BulkPageProps) {
  const t = useStaffMessages().bulk
  const locale = useLocale()
  return (
    <Form method="post" className="grid grid-cols-1 gap-4">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="act" value={kind} />
      <input type="hidden" name="percent" value={percent} />
      <input type="hidden" name="next" value={next} />
      {chosen.map(({ id }) => (
        <input key={id} type="hidden" name="listing" value={id} />
      ))}
      {kind === 'move-category' ? (
        <>
          <CategoryField draft={emptyDraft()} error={undefined} categories={categories} />
          <p className="text-sm text-muted">{t.moveText}</p>
        </>
      ) : null}
      {kind === 'take-down' ? <p className="text-sm text-muted">{t.takeDownText}</p> : null}
      {kind === 'price' ? (
        <PricePreview chosen={chosen} percent={readPercent(percent) ?? 0} />
      ) : (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {chosen.map(({ id, title, titleEn }) => (
            <li key={id} className="py-2">
              {inLocale(locale, title, titleEn)}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="large">{t.apply(t.kinds[kind], chosen.length)}</Button>
      </div>
    </Form>
  )
}

/** Whoever chose all that match is told that these are not all. */
function NextHundred({ next, text }: { next: string; text: string }) {
  const t = useStaffMessages().bulk
  return (
    <Notice>
      <p>{text}</p>
      <Link to={`?${next}`} className="inline-flex min-h-11 items-center text-cinnabar">
        {t.nextHundred}
      </Link>
    </Notice>
  )
}

function Done({ done, back }: { done: DoneBulk; back: string }) {
  const words = useStaffMessages()
  const t = words.bulk
  return (
    <>
      <Notice tone={done.count > 0 ? 'success' : 'information'} role="status">
        {done.isUndone ? t.undone : done.count > 0 ? t.done(done.count) : t.nothing}
      </Notice>
      {done.left.length > 0 ? <LeftOutList left={done.left} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        {done.mayUndo ? (
          <Form method="post">
            <input type="hidden" name="key" value={done.id} />
            <Button name="intent" value="undo" kind="secondary">
              {t.undo}
            </Button>
          </Form>
        ) : null}
        <ButtonLink to={back} kind="quiet">
          {words.listings.title}
        </ButtonLink>
      </div>
    </>
  )
}

function LeftOutList({ left }: Pick<DoneBulk, 'left'>) {
  const t = useStaffMessages().bulk
  const word = useListingWord()
  const locale = useLocale()
  return (
    <CardSection id="left" title={t.left(left.length)} className="gap-2">
      <ul className="divide-y divide-line border-y border-line text-sm">
        {left.map(({ title, titleEn, code }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: only read, never moved
          <li key={index} className="grid gap-x-4 py-2 md:grid-cols-2">
            <span>{inLocale(locale, title, titleEn)}</span>
            <span className="text-muted">{word(code)}</span>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}
