import { Form } from '@remix-run/react'
import type { Choice } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import type { LivestreamRecord } from '../livestream-views.server.ts'

type Goods = LivestreamRecord['products']

/** What is shown, in the order of the show; each button is a form, so that no script is needed. */
export function LivestreamProducts({
  products,
  text,
  found,
}: {
  products: Goods
  text: string
  found: Goods
}) {
  const t = useStaffMessages().livestreams.goods
  const shown = new Set(products.map(({ slug }) => slug))
  return (
    <CardSection id="products" title={t.products}>
      {products.length === 0 ? <p className="text-sm text-muted">{t.none}</p> : null}
      <ol className="grid grid-cols-1 divide-y divide-line">
        {products.map(({ slug, title, enterprise }, index) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3 py-2">
            <span className="figures w-6 text-muted">{index + 1}</span>
            <span className="min-w-0 flex-1">
              <span className="block">{title}</span>
              <span className="block text-xs text-muted">{enterprise}</span>
            </span>
            {index > 0 ? (
              <GoodsButton slug={slug} intent="move-up" title={t.up(title)} text={t.upShort} />
            ) : null}
            <GoodsButton slug={slug} intent="remove-product" title={t.remove(title)} text={t.removeShort} />
          </li>
        ))}
      </ol>
      <Form preventScrollReset className="flex flex-wrap items-end gap-3 border-t border-line pt-4">
        <div className="min-w-0 flex-1">
          <InputField id="q" name="q" type="search" label={t.search} defaultValue={text} />
        </div>
        <Button kind="secondary">{t.find}</Button>
      </Form>
      {text !== '' && found.length === 0 ? <p className="text-sm text-muted">{t.nothing}</p> : null}
      <ul className="grid grid-cols-1 divide-y divide-line">
        {found
          .filter(({ slug }) => !shown.has(slug))
          .map(({ slug, title, enterprise }) => (
            <li key={slug} className="flex flex-wrap items-center gap-x-3 py-2">
              <span className="min-w-0 flex-1">
                <span className="block">{title}</span>
                <span className="block text-xs text-muted">{enterprise}</span>
              </span>
              <GoodsButton slug={slug} intent="add-product" title={t.add(title)} text={t.addShort} />
            </li>
          ))}
      </ul>
    </CardSection>
  )
}

type EnterprisesProps = { enterprises: LivestreamRecord['enterprises']; choices: ReadonlyArray<Choice> }

export function LivestreamEnterprises({ enterprises, choices }: EnterprisesProps) {
  const t = useStaffMessages().livestreams.goods
  const known = new Set(enterprises.map(({ slug }) => slug))
  return (
    <CardSection id="enterprises" title={t.enterprises}>
      <ul className="grid grid-cols-1 divide-y divide-line">
        {enterprises.map(({ slug, name }) => (
          <li key={slug} className="flex items-center gap-3 py-1">
            <span className="min-w-0 flex-1">{name}</span>
            <GoodsButton slug={slug} intent="remove-enterprise" title={t.remove(name)} text={t.removeShort} />
          </li>
        ))}
      </ul>
      <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <SelectField id="slug" name="slug" label={t.enterprise}>
            {choices
              .filter(({ key }) => !known.has(key))
              .map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
          </SelectField>
        </div>
        <Button name="intent" value="add-enterprise" kind="secondary">
          {t.addShort}
        </Button>
      </Form>
    </CardSection>
  )
}

function GoodsButton({ slug, intent, title, text }: Record<'slug' | 'intent' | 'title' | 'text', string>) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="slug" value={slug} />
      <Button name="intent" value={intent} kind="quiet" aria-label={title}>
        {text}
      </Button>
    </Form>
  )
}
