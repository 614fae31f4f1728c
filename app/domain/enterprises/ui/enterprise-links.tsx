import type { EnterpriseCard } from '#app/domain/catalog/places-pages.ts'
import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'

export function EnterpriseLinks({ enterprises }: { enterprises: ReadonlyArray<EnterpriseCard> }) {
  const t = useMessages().catalog.enterprise
  return (
    <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {enterprises.map((enterprise) => (
        <li key={enterprise.slug} data-division={enterprise.divisionCode}>
          <LocalLink
            to={`/enterprises/${enterprise.slug}`}
            className="grid gap-1 rounded-md border border-line bg-card p-4 transition-shadow duration-200 hover:shadow-soft"
          >
            <span className="font-medium">{enterprise.name}</span>
            <span className="text-sm text-muted">
              {t.kind[enterprise.kind]} ·{' '}
              {enterprise.town ? (
                <>
                  <span lang="zh-CN">{enterprise.town}</span> ·{' '}
                </>
              ) : null}
              {t.goods(enterprise.products)}
            </span>
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}
