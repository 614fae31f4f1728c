import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

// Every URL of the shop on one page. `en?` is an optional static segment: Chinese lives at /…, English at /en/….
const shop = layout('routes/shop/layout.tsx', [
  index('routes/shop/home.tsx'),
  route('divisions', 'routes/shop/divisions.tsx'),
  route('divisions/:slug', 'routes/shop/division.tsx'),
  route('categories/:code', 'routes/shop/category.tsx'),
  route('enterprises/:slug', 'routes/shop/enterprise.tsx'),
  route('products', 'routes/shop/products.tsx'),
  route('products/:slug', 'routes/shop/product.tsx'),
  route('search', 'routes/shop/search.tsx'),
  route('exhibitions', 'routes/shop/exhibitions.tsx'),
  route('exhibitions/:slug', 'routes/shop/exhibition.tsx'),
  route('livestreams', 'routes/shop/livestreams.tsx'),
  route('help/:topic', 'routes/shop/help.tsx'),
  layout('routes/account/personal.tsx', [
    route('cart', 'routes/shop/cart.tsx'),
    route('checkout', 'routes/shop/checkout.tsx'),
    route('checkout/:token/pay', 'routes/shop/pay.tsx'),
    route('checkout/:token/return', 'routes/shop/payment-return.tsx'),
    route('orders/find', 'routes/shop/find-order.tsx'),
    route('orders/:token', 'routes/shop/order.tsx'),
    route('orders/:token/invoices/:order', 'routes/shop/order-invoice.tsx'),
    route('account/sign-in', 'routes/account/sign-in.tsx'),
    route('account/sign-out', 'routes/account/sign-out.tsx'),
    route('account/closed', 'routes/account/closed.tsx'),
    layout(
      'routes/account/layout.tsx',
      prefix('account', [
        index('routes/account/profile.tsx'),
        route('orders', 'routes/account/orders.tsx'),
        route('addresses', 'routes/account/addresses.tsx'),
        route('addresses/:id', 'routes/account/address.tsx'),
        route('favourites', 'routes/account/favourites.tsx'),
        route('invoice-titles', 'routes/account/invoice-titles.tsx'),
        route('privacy', 'routes/account/privacy.tsx'),
        route('data.json', 'routes/account/data-export.tsx'),
      ]),
    ),
    route('dev/outbox', 'routes/shop/dev-outbox.tsx'),
  ]),
  route('*', 'routes/shop/not-found.tsx'),
])

// Enterprises and organizers, who sign in with a name and a password.
const staff = layout('routes/staff/layout.tsx', [
  layout('routes/staff/entrance.tsx', [
    ...prefix('staff', [
      route('sign-in', 'routes/staff/sign-in.tsx'),
      route('second-step', 'routes/staff/second-step.tsx'),
      route('set-up', 'routes/staff/set-up.tsx'),
      route('forgot', 'routes/staff/forgot.tsx'),
      route('reset/:token', 'routes/staff/reset.tsx'),
      route('invitation/:token', 'routes/staff/invitation.tsx'),
    ]),
    ...prefix('join', [
      index('routes/join/apply.tsx'),
      route(':token', 'routes/join/application.tsx'),
      route(':token/documents/:document/:index', 'routes/join/document-photo.tsx'),
    ]),
  ]),
  ...prefix('staff', [
    index('routes/staff/workplaces.tsx'),
    route('account', 'routes/staff/account.tsx'),
    route('sign-out', 'routes/staff/sign-out.tsx'),
  ]),
  route('booth', 'routes/booth/layout.tsx', [
    index('routes/booth/choose.tsx'),
    route(':fair/:enterprise', 'routes/booth/till.tsx'),
    route(':fair/:enterprise/day', 'routes/booth/day.tsx'),
  ]),
  route('enterprise/:enterprise', 'routes/enterprise/layout.tsx', [
    index('routes/enterprise/dashboard.tsx'),
    route('listings', 'routes/enterprise/listings.tsx'),
    route('listings/new', 'routes/enterprise/new-listing.tsx'),
    route('listings/bulk', 'routes/enterprise/bulk.tsx'),
    route('listings/:listing', 'routes/enterprise/listing.tsx'),
    route('listings/:listing/preview', 'routes/enterprise/listing-preview.tsx'),
    route('pictures', 'routes/enterprise/pictures.tsx'),
    route('signs', 'routes/enterprise/signs.tsx'),
    route('import', 'routes/enterprise/import.tsx'),
    route('import/files/:file', 'routes/enterprise/import-file.tsx'),
    route('import/:job', 'routes/enterprise/import-job.tsx'),
    route('import/:job/corrected.xlsx', 'routes/enterprise/import-corrected.tsx'),
    route('stock', 'routes/enterprise/stock.tsx'),
    route('stock/:sku', 'routes/enterprise/variant-stock.tsx'),
    route('orders', 'routes/enterprise/orders.tsx'),
    route('orders/print', 'routes/enterprise/orders-print.tsx'),
    route('orders/file', 'routes/enterprise/orders-file.tsx'),
    route('orders/orders.csv', 'routes/enterprise/orders-export.tsx'),
    route('orders/:number', 'routes/enterprise/order.tsx'),
    route('aftersales', 'routes/enterprise/after-sales.tsx'),
    route('aftersales/:request', 'routes/enterprise/after-sale.tsx'),
    route('reviews', 'routes/enterprise/reviews.tsx'),
    route('invoices', 'routes/enterprise/invoices.tsx'),
    route('invoices/:invoice/paper', 'routes/enterprise/invoice-paper.tsx'),
    route('statements', 'routes/enterprise/statements.tsx'),
    route('statements/:period', 'routes/enterprise/statement.tsx'),
    route('statements/:period/print', 'routes/enterprise/statement-print.tsx'),
    route('statements/:period/lines.xlsx', 'routes/enterprise/statement-file.tsx'),
    route('documents', 'routes/enterprise/documents.tsx'),
    route('documents/:document/:index', 'routes/enterprise/document-photo.tsx'),
    route('exhibitions', 'routes/enterprise/exhibitions.tsx'),
    route('team', 'routes/enterprise/team.tsx'),
  ]),
  route('organizer', 'routes/organizer/layout.tsx', [
    index('routes/organizer/overview.tsx'),
    route('listings', 'routes/organizer/listings.tsx'),
    route('listings/:listing', 'routes/organizer/listing.tsx'),
    route('listings/:listing/preview', 'routes/organizer/listing-preview.tsx'),
    route('aftersales', 'routes/organizer/after-sales.tsx'),
    route('aftersales/:request', 'routes/organizer/after-sale.tsx'),
    route('reviews', 'routes/organizer/reviews.tsx'),
    route('applications', 'routes/organizer/applications.tsx'),
    route('applications/:id', 'routes/organizer/application.tsx'),
    route('documents/:document/:index', 'routes/organizer/document-photo.tsx'),
    route('enterprises', 'routes/organizer/enterprises.tsx'),
    route('enterprises/:slug', 'routes/organizer/enterprise.tsx'),
    route('statements', 'routes/organizer/statements.tsx'),
    route('statements/:statement', 'routes/organizer/statement.tsx'),
    route('statements/:statement/print', 'routes/organizer/statement-print.tsx'),
    route('statements/:statement/lines.xlsx', 'routes/organizer/statement-file.tsx'),
    route('exhibitions', 'routes/organizer/exhibitions.tsx'),
    route('exhibitions/new', 'routes/organizer/new-exhibition.tsx'),
    route('exhibitions/:exhibition', 'routes/organizer/exhibition/layout.tsx', [
      index('routes/organizer/exhibition/overview.tsx'),
      route('edit', 'routes/organizer/exhibition/edit.tsx'),
      route('exhibitors', 'routes/organizer/exhibition/exhibitors.tsx'),
      route('products', 'routes/organizer/exhibition/products.tsx'),
      route('targets', 'routes/organizer/exhibition/targets.tsx'),
      route('measures', 'routes/organizer/exhibition/measures.tsx'),
      route('coverage', 'routes/organizer/exhibition/coverage.tsx'),
      route('documents', 'routes/organizer/exhibition/documents.tsx'),
      route('analysis', 'routes/organizer/exhibition/analysis.tsx'),
      route('entries', 'routes/organizer/exhibition/entries.tsx'),
      route('reports', 'routes/organizer/exhibition/reports.tsx'),
      route('reports/:figure', 'routes/organizer/exhibition/report.tsx'),
      route('booths', 'routes/organizer/exhibition/booths.tsx'),
    ]),
    route('exhibitions/:exhibition/documents/:document', 'routes/organizer/exhibition/document.tsx'),
    route('exhibitions/:exhibition/entries/entries.csv', 'routes/organizer/exhibition/entries-file.tsx'),
    route(
      'exhibitions/:exhibition/reports/:figure/lines.csv',
      'routes/organizer/exhibition/report-lines.tsx',
    ),
    route('checks', 'routes/organizer/checks.tsx'),
    route('contracts', 'routes/organizer/contracts.tsx'),
    route('contracts/new', 'routes/organizer/new-contract.tsx'),
    route('contracts/:contract', 'routes/organizer/contract.tsx'),
    route('contracts/:contract/scan.pdf', 'routes/organizer/contract-scan.tsx'),
    route('people', 'routes/organizer/people.tsx'),
    route('audit', 'routes/organizer/audit.tsx'),
  ]),
])

const api = [
  route('me', 'routes/api/me.tsx'),
  route('suggest', 'routes/api/suggest.tsx'),
  route('products/:slug/qr.svg', 'routes/api/product-qr.tsx'),
  route('sitemap.xml', 'routes/api/sitemap.tsx'),
  route('robots.txt', 'routes/api/robots.tsx'),
  route('api/openapi.json', 'routes/api/openapi.tsx'),
  ...prefix('api/v1', [
    route('divisions', 'routes/api/divisions.tsx'),
    route('categories', 'routes/api/categories.tsx'),
    route('products', 'routes/api/products.tsx'),
    route('products/:slug', 'routes/api/product.tsx'),
    route('exhibitions/:slug/counters', 'routes/api/counters.tsx'),
    route('*', 'routes/api/not-found.tsx'),
  ]),
]

// Server-sent events; the same addresses answer once in JSON where a proxy lets no stream through.
const live = [
  route('live/exhibitions/:slug', 'routes/live/exhibition.tsx'),
  route('organizer/exhibitions/:exhibition/live', 'routes/live/organizer-exhibition.tsx'),
  route('organizer/exhibitions/:exhibition/rehearsal', 'routes/live/rehearsal.tsx'),
]

// Fills the screen: no header, no menu.
const walls = [
  route('exhibitions/:slug/wall', 'routes/live/public-wall.tsx'),
  route('organizer/exhibitions/:exhibition/wall', 'routes/live/organizer-wall.tsx'),
]

const hooks = [route('hooks/stripe', 'routes/hooks/stripe.tsx'), route('booth/sync', 'routes/booth/sync.tsx')]

export default [
  ...api,
  ...live,
  ...hooks,
  route('en?', 'routes/shop/locale.tsx', [...walls, shop, staff]),
] satisfies RouteConfig
