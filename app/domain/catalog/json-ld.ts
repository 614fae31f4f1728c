import type { ProductPage } from './product-page.ts'

/** Structured data of schema.org, in the language of the page. Plain JSON: the page's renderer puts it into a script. */
export type JsonLd = { '@context': 'https://schema.org'; '@type': string; [property: string]: unknown }

const availability = { in: 'InStock', low: 'LimitedAvailability', out: 'OutOfStock' } as const

/** `url` is the page's own, absolute; pictures live beside it. */
export function productJsonLd(product: ProductPage, url: string): JsonLd {
  const { origin } = new URL(url)
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    description: product.description,
    url,
    image: product.pictures.map(({ key }) => `${origin}/pictures/${key}-1200.webp`),
    category: `${product.category.name} > ${product.subcategory.name}`,
    brand: { '@type': 'Brand', name: product.seller.name },
    countryOfOrigin: 'CN',
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      sku: variant.sku,
      name: variant.label,
      url,
      priceCurrency: 'CNY',
      price: (variant.priceFen / 100).toFixed(2),
      availability: `https://schema.org/${availability[variant.stock.kind]}`,
      seller: { '@type': 'Organization', name: product.seller.name },
    })),
    ...(product.rating.mean === null
      ? {}
      : {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: product.rating.mean,
            reviewCount: product.rating.count,
          },
        }),
  }
}
