import { Form } from '@remix-run/react'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { InputField } from '#app/ui/field.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { Coverage } from '../coverage.server.ts'
import { useFairWord } from './use-fair-word.ts'

export function AddCoverage({ formKey, state }: { formKey: string; state: FormState | undefined }) {
  const t = useStaffMessages().fairs.coverage
  const word = useFairWord()
  const field = (name: 'outlet' | 'title' | 'url' | 'publishedOn') => ({
    id: name,
    name,
    defaultValue: state?.values[name],
    error: word(state?.errors[name]),
  })
  return (
    <CardSection id="add" title={t.add}>
      <Form method="post" noValidate className="grid items-start gap-4 md:grid-cols-2">
        <input type="hidden" name="key" value={formKey} />
        <InputField {...field('outlet')} label={t.outlet} />
        <InputField {...field('publishedOn')} type="date" label={t.publishedOn} />
        <InputField {...field('title')} label={t.heading} />
        <InputField {...field('url')} type="url" inputMode="url" label={t.url} hint={t.urlHint} />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </CardSection>
  )
}

export function CoverageList({ items }: { items: ReadonlyArray<Coverage> }) {
  const { coverage: t, tabs } = useStaffMessages().fairs
  if (items.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <RowList label={tabs.coverage}>
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
          <div className="min-w-0 text-sm">
            <p lang="zh-CN" className="break-words">
              <CoverageTitle item={item} />
            </p>
            <p className="figures text-xs text-muted">
              {item.publishedOn} · <span lang="zh-CN">{item.outlet}</span> · {t.by(item.recordedBy)}
            </p>
          </div>
          <Form method="post">
            <Button name="remove" value={item.id} kind="quiet" aria-label={t.removeLabel(item.title)}>
              {t.remove}
            </Button>
          </Form>
        </li>
      ))}
    </RowList>
  )
}

function CoverageTitle({ item: { title, url } }: { item: Coverage }) {
  const t = useStaffMessages().fairs.coverage
  if (url === null) return title
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      className="underline underline-offset-4 hover:text-cinnabar"
    >
      {title}
      <span className="sr-only"> ({t.newTab})</span>
    </a>
  )
}
