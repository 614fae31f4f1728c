import { useMessages } from '#app/messages/messages.ts'
import type { ProductPage } from '../product-page.ts'

/** The label as on the package (GB 7718), quoted in Chinese, with the facts that the shop adds. */
export function LabelTable({ product }: { product: ProductPage }) {
  const t = useMessages().catalog
  const extra = [
    product.shelfLifeDays === null
      ? null
      : { title: t.product.labels.shelfLife, text: t.product.days(product.shelfLifeDays) },
    product.seasonMonths.length > 0 && product.seasonMonths.length < 12
      ? { title: t.product.season, text: t.months(product.seasonMonths) }
      : null,
  ].filter((line) => line !== null)
  const quoted = product.label.filter(({ field }) => field !== 'shelfLife' || product.shelfLifeDays === null)
  return (
    <dl className="divide-y divide-line border-y border-line text-sm">
      {quoted.map(({ field, text }) => (
        <Line key={field} title={t.product.labels[field]} text={text} isQuoted />
      ))}
      {extra.map(({ title, text }) => (
        <Line key={title} title={title} text={text} />
      ))}
    </dl>
  )
}

function Line({ title, text, isQuoted = false }: { title: string; text: string; isQuoted?: boolean }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-4 py-2">
      <dt className="text-muted">{title}</dt>
      <dd lang={isQuoted ? 'zh-CN' : undefined}>{text}</dd>
    </div>
  )
}
