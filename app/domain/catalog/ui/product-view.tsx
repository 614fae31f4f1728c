import { FavouriteButton } from '#app/domain/people/ui/favourite-button.tsx'
import { RatingOverview, ReviewList } from '#app/domain/reviews/ui/review-list.tsx'
import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Breadcrumbs } from '#app/ui/page-heading.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ProductPage } from '../product-page.ts'
import { BatchList } from './batch-list.tsx'
import { Gallery } from './gallery.tsx'
import { LabelTable } from './label-table.tsx'
import { ProductFacts, ProductMarks } from './product-facts.tsx'
import { ProductGrid } from './product-grid.tsx'
import { ProductShare } from './product-share.tsx'
import { PurchaseForm } from './purchase-form.tsx'

type ProductViewProps = {
  product: ProductPage
  /** Shown to who writes or reviews it: as shoppers see it, but nothing can be bought. */
  isPreview?: boolean
}

export function ProductView({ product, isPreview = false }: ProductViewProps) {
  const t = useMessages()
  const words = t.catalog.product
  const purchase = <PurchaseForm key={product.slug} product={product} />
  return (
    <div data-division={product.division.code} className="page grid grid-cols-1 gap-12 pt-4">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2 lg:gap-12">
        <div className="grid grid-cols-1 content-start gap-3">
          <Breadcrumbs
            label={t.common.breadcrumbs}
            trail={[
              { title: t.common.home, to: '/' },
              { title: product.division.name, to: `/divisions/${product.division.slug}` },
              { title: product.category.name, to: `/categories/${product.category.code}` },
            ]}
          />
          <Gallery pictures={product.pictures} />
        </div>
        <div className="grid content-start gap-4">
          <h1 className="title-font text-2xl">{product.title}</h1>
          {product.subtitle ? <p className="text-muted">{product.subtitle}</p> : null}
          <ProductMarks product={product} />
          {isPreview ? (
            <fieldset disabled className="contents">
              {purchase}
            </fieldset>
          ) : (
            purchase
          )}
          <ProductFacts product={product} />
          {isPreview ? null : (
            <div className="flex flex-wrap items-start gap-x-6">
              <FavouriteButton slug={product.slug} />
              <ProductShare product={product} />
            </div>
          )}
        </div>
      </div>
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
        <Section id="description" title={words.description} className="content-start">
          <p className="max-w-text whitespace-pre-line">{product.description}</p>
        </Section>
        <Section id="label" title={words.label} className="content-start">
          <LabelTable product={product} />
        </Section>
        {product.batches.length > 0 ? (
          <Section id="batches" title={words.batches} className="content-start">
            <BatchList batches={product.batches} />
          </Section>
        ) : null}
      </div>
      <ProductReviews product={product} />
      {product.related.length > 0 ? (
        <Section id="related" title={words.related}>
          <ProductGrid products={product.related} />
        </Section>
      ) : null}
    </div>
  )
}

/** Page by page under an address of its own, so that it works without JavaScript. */
function ProductReviews({ product: { slug, reviews, rating } }: { product: ProductPage }) {
  const t = useMessages().catalog.product
  return (
    <Section id="reviews" title={t.reviews}>
      {reviews.items.length === 0 ? (
        <p className="text-muted">{t.noReviews}</p>
      ) : (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <RatingOverview rating={rating} />
          <ReviewList reviews={reviews.items} />
        </div>
      )}
      {reviews.next ? (
        <ButtonLink to={`/products/${slug}?after=${reviews.next}#reviews`} kind="secondary" rel="next">
          {t.moreReviews}
        </ButtonLink>
      ) : null}
    </Section>
  )
}
