import { Form, Link, useLocation } from '@remix-run/react'
import { choicesOf } from '#app/kernel/choice.ts'
import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { bulkKinds, mostAtOnce } from '../bulk/bulk-act.ts'
import type { ListingQuery } from '../list-query.ts'

/** The ticks of the list belong to it. */
export const bulkForm = 'bulk'

/** What to do with those that are ticked, or with all that match; the next page shows it before anything is done. */
export function BulkBar({ home, query }: { home: string; query: ListingQuery }) {
  const t = useStaffMessages().bulk
  const search = new URLSearchParams(useLocation().search)
  search.set('tick', 'page')
  return (
    <Form
      id={bulkForm}
      method="get"
      action={localPath(useLocale(), `${home}/listings/bulk`)}
      className="flex flex-wrap items-end gap-x-4 gap-y-2 pb-3"
    >
      <input type="hidden" name="state" value={query.state ?? ''} />
      <input type="hidden" name="category" value={query.category} />
      <input type="hidden" name="q" value={query.text} />
      <Link to={`?${search}`} className="inline-flex min-h-11 items-center text-sm text-cinnabar">
        {t.tickPage}
      </Link>
      <label className="inline-flex min-h-11 items-center gap-2 text-sm">
        <input type="checkbox" name="all" className="size-5 accent-cinnabar" />
        {t.all(mostAtOnce)}
      </label>
      <div className="flex items-end gap-3">
        <ChoiceField id="act" name="act" label={t.ticked} choices={choicesOf(bulkKinds, t.kinds)} />
        <Button kind="secondary">{t.go}</Button>
      </div>
    </Form>
  )
}
