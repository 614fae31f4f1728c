import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { ProductPage } from '../product-page.ts'

/** Arrival, parcel, origin and return, each in a line: what a shopper asks before paying. */
export function ProductFacts({ product }: { product: ProductPage }) {
  const t = useMessages().catalog.product
  const { seller, division } = product
  const parcel = [
    t.fee(formatFen(seller.shippingFen)),
    seller.freeShippingFen === null ? '' : t.parcel(formatFen(seller.freeShippingFen)),
  ]
  return (
    <ul className="grid gap-3 rounded-md border border-line bg-card p-4 text-sm">
      <Fact icon={product.storage === 'ambient' ? 'truck' : 'snow'}>
        {t.dispatch(product.dispatchHours)} · {t.arrival[product.storage]}
      </Fact>
      <Fact icon="box">{parcel.filter(Boolean).join(' · ')}</Fact>
      <Fact icon="place">
        {t.origin}{' '}
        <LocalLink to={`/divisions/${division.slug}`} className="text-cinnabar underline underline-offset-4">
          {division.name}
        </LocalLink>
        {product.town ? <span lang="zh-CN"> {product.town}</span> : null}
      </Fact>
      <Fact icon="person">
        {t.seller}{' '}
        <LocalLink to={`/enterprises/${seller.slug}`} className="text-cinnabar underline underline-offset-4">
          {seller.name}
        </LocalLink>
      </Fact>
      <Fact icon="info">
        {t.returnRules[product.returnRule]}
        <span className="block text-xs text-muted">{t.returnStatute}</span>
      </Fact>
      {product.isAlcohol ? <Fact icon="alert">{t.alcohol}</Fact> : null}
    </ul>
  )
}

function Fact({ icon, children }: { icon: IconName; children: React.ReactNode }) {
  return (
    <li className="flex items-start gap-3">
      <Icon name={icon} className="mt-1 size-4 shrink-0 text-muted" />
      <span>{children}</span>
    </li>
  )
}

/** Storage, certificates and the geographical indication; the mark only with the seller's authorisation. */
export function ProductMarks({ product }: { product: ProductPage }) {
  const t = useMessages().catalog
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-2">
        <Badge tone="hue">{product.division.name}</Badge>
        <Badge tone={product.storage === 'ambient' ? 'plain' : 'jade'}>{t.storage[product.storage]}</Badge>
        {product.certificates
          .filter((certificate) => certificate !== 'gi')
          .map((certificate) => (
            <Badge key={certificate} tone="grass">
              {t.certificate[certificate]}
            </Badge>
          ))}
        {product.gi?.authorisation ? <Badge tone="millet">{t.product.gi(product.gi.name)}</Badge> : null}
      </p>
      {product.gi ? (
        <p className="text-xs text-muted">
          {product.gi.authorisation
            ? t.product.giAuthorised(product.gi.authorisation)
            : t.product.giUnauthorised(product.gi.name)}
        </p>
      ) : null}
    </div>
  )
}
