import { Form } from '@remix-run/react'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { BoothItem } from '../booths.server.ts'
import { BoothField } from './booth-field.tsx'

type BoothListProps = { slug: string; items: ReadonlyArray<BoothItem> }

export function BoothList({ slug, items }: BoothListProps) {
  const t = useStaffMessages().fairs.booths
  if (items.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <CardSection id="booths" title={t.list}>
      <ul className="grid divide-y divide-line">
        {items.map((item) => (
          <BoothRow key={item.enterprise} slug={slug} item={item} />
        ))}
      </ul>
    </CardSection>
  )
}

function BoothRow({ slug, item }: { slug: string; item: BoothItem }) {
  const t = useStaffMessages().fairs.booths
  const locale = useLocale()
  const name = inLocale(locale, item.name, item.nameEn)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-2">
          {name}
          {item.isSuspended ? <Badge tone="berry">{t.suspended}</Badge> : null}
        </p>
        <p className="text-xs text-muted">
          {inLocale(locale, item.divisionName, item.divisionNameEn)} ·{' '}
          <LocalLink
            to={`/organizer/exhibitions/${slug}/products?of=${item.enterprise}`}
            className="inline-block py-1 underline underline-offset-4 hover:text-cinnabar"
          >
            {t.chosen(item.chosen)}
          </LocalLink>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <BoothField
          enterprise={item.enterprise}
          booth={item.booth}
          label={t.boothOf(name)}
          submit={t.move}
          submitLabel={t.moveLabel(name)}
        />
        <Form method="post">
          <input type="hidden" name="enterprise" value={item.enterprise} />
          <input type="hidden" name="was" value={item.booth} />
          <Button name="intent" value="remove" kind="danger" aria-label={t.removeLabel(name)}>
            {t.remove}
          </Button>
        </Form>
      </div>
    </li>
  )
}
