import type { EnterprisePage } from '#app/domain/catalog/places-pages.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumbs } from '#app/ui/page-heading.tsx'

/** Who sells: story, papers and shipping rules (E-commerce law, article 15: a seller's licences are shown). */
export function EnterpriseHeading({ enterprise }: { enterprise: EnterprisePage }) {
  const t = useMessages()
  const words = t.catalog.enterprise
  const price = (amount: number): string => formatFen(fen(amount))
  const lines = [
    [words.creditCode, enterprise.creditCode],
    [words.foodLicence, enterprise.foodLicence],
    [words.phone, enterprise.phone],
    [
      words.shipping,
      [
        words.fees(
          price(enterprise.ambientFeeFen),
          price(enterprise.chilledFeeFen),
          price(enterprise.frozenFeeFen),
        ),
        enterprise.freeShippingFen === null ? '' : words.freeFrom(price(enterprise.freeShippingFen)),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
  ] as const
  return (
    <header className="bg-hue-ground">
      <div className="page grid gap-4 py-8">
        <Breadcrumbs
          label={t.common.breadcrumbs}
          trail={[
            { title: t.common.home, to: '/' },
            { title: enterprise.divisionName, to: `/divisions/${enterprise.divisionSlug}` },
          ]}
        />
        <h1 className="title-font text-2xl md:text-3xl">{enterprise.name}</h1>
        <p className="flex flex-wrap gap-2">
          <Badge>{words.kind[enterprise.kind]}</Badge>
          {enterprise.town ? (
            <Badge>
              <span lang="zh-CN">{enterprise.town}</span>
            </Badge>
          ) : null}
          {enterprise.isDemonstration ? <Badge>{t.common.demonstration}</Badge> : null}
        </p>
        <p className="max-w-text">{enterprise.story}</p>
        <dl className="grid gap-x-8 gap-y-2 text-sm lg:grid-cols-2">
          {lines.map(([title, text]) =>
            text ? (
              <div key={title} className="flex gap-x-3">
                <dt className="w-28 shrink-0 text-hue-deep">{title}</dt>
                <dd className="figures">{text}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </div>
    </header>
  )
}
