import { Form } from '@remix-run/react'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { CheckboxField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { BoothItem } from '../booths.server.ts'
import type { ShownChoice } from '../shown-products.server.ts'

/** Which of its goods an exhibitor shows. */
export function ProductChoice({ choice }: { choice: ShownChoice }) {
  const t = useStaffMessages().fairs.products
  const locale = useLocale()
  const name = inLocale(locale, choice.name, choice.nameEn)
  return (
    <CardSection id="choice" title={t.chooseFor(name)}>
      {choice.goods.length === 0 ? <p className="text-sm text-muted">{t.nothing}</p> : null}
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="enterprise" value={choice.enterprise} />
        <fieldset className="grid gap-x-6 md:grid-cols-2">
          <legend className="text-sm font-medium">{t.legend}</legend>
          {choice.goods.map(({ slug, title, titleEn, isShown }) => (
            <CheckboxField
              key={slug}
              id={`product-${slug}`}
              name="product"
              value={slug}
              defaultChecked={isShown}
            >
              {inLocale(locale, title, titleEn)}
            </CheckboxField>
          ))}
        </fieldset>
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </CardSection>
  )
}

type ShowingListProps = { slug: string; items: ReadonlyArray<BoothItem> }

/** Who shows what, booth by booth. */
export function ShowingList({ slug, items }: ShowingListProps) {
  const { booths, products: t } = useStaffMessages().fairs
  const locale = useLocale()
  if (items.length === 0)
    return (
      <EmptyState title={t.none} text={t.noneText}>
        <ButtonLink to={`/organizer/exhibitions/${slug}/exhibitors`}>{t.toExhibitors}</ButtonLink>
      </EmptyState>
    )
  return (
    <RowList label={booths.list}>
      {items.map((item) => {
        const name = inLocale(locale, item.name, item.nameEn)
        return (
          <li key={item.enterprise}>
            <LocalLink
              to={`/organizer/exhibitions/${slug}/products?of=${item.enterprise}`}
              aria-label={t.chooseLabel(name)}
              className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 px-4 py-2 text-sm hover:bg-paper"
            >
              <span>
                <span className="figures mr-3 text-muted">{item.booth}</span>
                {name}
              </span>
              <span className="text-muted">{booths.chosen(item.chosen)}</span>
            </LocalLink>
          </li>
        )
      })}
    </RowList>
  )
}
