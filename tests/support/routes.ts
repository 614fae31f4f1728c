import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'
import type { DeskKnown } from './staff.ts'

export type Leaf = {
  /** Answers with a page; without a component, with a file, a stream or data. */
  isPage: boolean
  /** Without its language: `/products/:slug`, `/*`. */
  pattern: string
  /** The module, from `app/`. */
  file: string
  /** Has a Chinese and an English address. */
  hasLanguages: boolean
}

/** Every address of app/routes.ts. */
export async function listRoutes(): Promise<Array<Leaf>> {
  return leavesOf(await routes, '')
}

function leavesOf(entries: ReadonlyArray<RouteConfigEntry>, parent: string): Array<Leaf> {
  return entries.flatMap((entry) => {
    const pathname = entry.path ? `${parent}/${entry.path}` : parent
    if (entry.children) return leavesOf(entry.children, pathname)
    const bare = pathname.replace('/en?', '')
    return [
      {
        pattern: bare || '/',
        file: entry.file,
        hasLanguages: bare !== pathname,
        isPage: hasComponent(entry.file),
      },
    ]
  })
}

function hasComponent(file: string): boolean {
  return readFileSync(path.resolve('app', file), 'utf8').includes('export default')
}

/** What the demonstration data have, and what a test made: fills the braces of the samples. */
export type Known = Record<'product' | 'enterprise' | 'unpaid' | 'paid' | 'address', string> & DeskKnown

/** An address of each route. A route without one fails the tests that visit all. */
const samples: Readonly<Record<string, string>> = {
  '/': '/',
  '/divisions': '/divisions',
  '/divisions/:slug': '/divisions/aohan',
  '/categories/:code': '/categories/grain',
  '/enterprises/:slug': '/enterprises/{enterprise}',
  '/products': '/products',
  '/products/:slug': '/products/{product}',
  '/search': '/search?q=%E5%B0%8F%E7%B1%B3',
  '/exhibitions': '/exhibitions',
  '/exhibitions/:slug': '/exhibitions/beijing-2026',
  '/livestreams': '/livestreams',
  '/certificates': '/certificates',
  '/certificates/:code': '/certificates/{certificate}',
  '/help/:topic': '/help/privacy',
  '/cart': '/cart',
  '/checkout': '/checkout',
  '/checkout/:token/pay': '/checkout/{unpaid}/pay',
  '/checkout/:token/return': '/checkout/{paid}/return',
  '/orders/find': '/orders/find',
  '/orders/:token': '/orders/{paid}',
  '/orders/:token/invoice': '/orders/{paid}/invoice',
  '/orders/:token/invoices/:order': '/orders/{invoiced}/invoices/{order}',
  '/orders/:token/aftersales/:request/:file':
    '/orders/{invoiced}/aftersales/{request}/{requestPhoto}-240.webp',
  '/account/sign-in': '/account/sign-in',
  '/account/sign-out': '/account/sign-out',
  '/account': '/account',
  '/account/orders': '/account/orders',
  '/account/addresses': '/account/addresses',
  '/account/addresses/:id': '/account/addresses/{address}',
  '/account/favourites': '/account/favourites',
  '/account/invoice-titles': '/account/invoice-titles',
  '/account/privacy': '/account/privacy',
  '/account/closed': '/account/closed',
  '/account/data.zip': '/account/data.zip',
  '/staff': '/staff',
  '/staff/sign-in': '/staff/sign-in',
  '/staff/second-step': '/staff/second-step',
  '/staff/set-up': '/staff/set-up',
  '/staff/forgot': '/staff/forgot',
  '/staff/reset/:token': '/staff/reset/{reset}',
  '/staff/invitation/:token': '/staff/invitation/{invitation}',
  '/staff/account': '/staff/account',
  '/staff/sign-out': '/staff/sign-out',
  '/join': '/join',
  '/join/:token': '/join/{application}',
  '/join/:token/documents/:document/:index': '/join/{application}/documents/{document}/0',
  '/enterprise/:enterprise': '/enterprise/{enterprise}',
  '/enterprise/:enterprise/listings': '/enterprise/{enterprise}/listings',
  '/enterprise/:enterprise/listings/new': '/enterprise/{enterprise}/listings/new',
  '/enterprise/:enterprise/listings/bulk':
    '/enterprise/{enterprise}/listings/bulk?act=take-down&listing={listing}',
  '/enterprise/:enterprise/listings/:listing': '/enterprise/{enterprise}/listings/{listing}',
  '/enterprise/:enterprise/listings/:listing/preview': '/enterprise/{enterprise}/listings/{listing}/preview',
  '/enterprise/:enterprise/pictures': '/enterprise/{enterprise}/pictures',
  '/enterprise/:enterprise/listings/signs': '/enterprise/{enterprise}/listings/signs?product={product}',
  '/enterprise/:enterprise/import': '/enterprise/{enterprise}/import',
  '/enterprise/:enterprise/import/files/:file': '/enterprise/{enterprise}/import/files/template.xlsx',
  '/enterprise/:enterprise/import/:job': '/enterprise/{enterprise}/import/{import}',
  '/enterprise/:enterprise/import/:job/corrected.xlsx':
    '/enterprise/{enterprise}/import/{import}/corrected.xlsx',
  '/enterprise/:enterprise/stock': '/enterprise/{enterprise}/stock?state=low',
  '/enterprise/:enterprise/stock/:article': '/enterprise/{enterprise}/stock/{article}',
  '/enterprise/:enterprise/orders': '/enterprise/{enterprise}/orders?stand=all',
  '/enterprise/:enterprise/orders/print': '/enterprise/{enterprise}/orders/print?order={order}',
  '/enterprise/:enterprise/orders/file': '/enterprise/{enterprise}/orders/file',
  '/enterprise/:enterprise/orders/orders.csv': '/enterprise/{enterprise}/orders/orders.csv?stand=all',
  '/enterprise/:enterprise/orders/waybills': '/enterprise/{enterprise}/orders/waybills?order={order}',
  '/enterprise/:enterprise/orders/waybills/:file': '/enterprise/{enterprise}/orders/waybills/waybills.csv',
  '/enterprise/:enterprise/orders/:number': '/enterprise/{enterprise}/orders/{order}',
  '/enterprise/:enterprise/aftersales': '/enterprise/{enterprise}/aftersales',
  '/enterprise/:enterprise/aftersales/:request': '/enterprise/{enterprise}/aftersales/{request}',
  '/enterprise/:enterprise/aftersales/:request/photos/:file':
    '/enterprise/{enterprise}/aftersales/{request}/photos/{requestPhoto}-240.webp',
  '/enterprise/:enterprise/reviews': '/enterprise/{enterprise}/reviews?stand=all',
  '/enterprise/:enterprise/invoices': '/enterprise/{enterprise}/invoices?stand=issued',
  '/enterprise/:enterprise/invoices/:invoice/paper': '/enterprise/{enterprise}/invoices/{invoice}/paper',
  '/enterprise/:enterprise/statements': '/enterprise/{enterprise}/statements',
  '/enterprise/:enterprise/statements/:period': '/enterprise/{enterprise}/statements/{period}',
  '/enterprise/:enterprise/statements/:period/print': '/enterprise/{enterprise}/statements/{period}/print',
  '/enterprise/:enterprise/statements/:period/lines.xlsx':
    '/enterprise/{enterprise}/statements/{period}/lines.xlsx',
  '/enterprise/:enterprise/account': '/enterprise/{enterprise}/account',
  '/enterprise/:enterprise/store': '/enterprise/{enterprise}/store',
  '/enterprise/:enterprise/documents': '/enterprise/{enterprise}/documents',
  '/enterprise/:enterprise/documents/:document/:index': '/enterprise/{enterprise}/documents/{ownDocument}/0',
  '/enterprise/:enterprise/exhibitions': '/enterprise/{enterprise}/exhibitions?fair=beijing-2026',
  '/enterprise/:enterprise/exhibitions/:exhibition/entries':
    '/enterprise/{enterprise}/exhibitions/beijing-2026/entries',
  '/enterprise/:enterprise/team': '/enterprise/{enterprise}/team',
  '/organizer': '/organizer',
  '/organizer/listings': '/organizer/listings',
  '/organizer/listings/:listing': '/organizer/listings/{submission}',
  '/organizer/listings/:listing/preview': '/organizer/listings/{submission}/preview',
  '/organizer/aftersales': '/organizer/aftersales',
  '/organizer/aftersales/:request': '/organizer/aftersales/{request}',
  '/organizer/aftersales/:request/photos/:file':
    '/organizer/aftersales/{request}/photos/{requestPhoto}-240.webp',
  '/organizer/reviews': '/organizer/reviews?stand=published',
  '/organizer/reviews/photos/:file': '/organizer/reviews/photos/{reviewPhoto}-240.webp',
  '/organizer/applications': '/organizer/applications?stage=submitted',
  '/organizer/applications/:id': '/organizer/applications/{applicationId}',
  '/organizer/documents/:document/:index': '/organizer/documents/{document}/0',
  '/organizer/enterprises': '/organizer/enterprises',
  '/organizer/enterprises/:slug': '/organizer/enterprises/{enterprise}',
  '/organizer/statements': '/organizer/statements?paid=unpaid',
  '/organizer/payouts/:file': '/organizer/payouts/payouts.xlsx',
  '/organizer/payouts': '/organizer/payouts',
  '/organizer/accounts': '/organizer/accounts',
  '/organizer/invoices': '/organizer/invoices',
  '/organizer/statements/:statement': '/organizer/statements/{statement}',
  '/organizer/statements/:statement/print': '/organizer/statements/{statement}/print',
  '/organizer/statements/:statement/lines.xlsx': '/organizer/statements/{statement}/lines.xlsx',
  '/organizer/exhibitions/:exhibition/analysis': '/organizer/exhibitions/beijing-2026/analysis?by=product',
  '/organizer/exhibitions/:exhibition/flows': '/organizer/exhibitions/beijing-2026/flows',
  '/organizer/exhibitions/:exhibition/entries': '/organizer/exhibitions/beijing-2026/entries?channel=onsite',
  '/organizer/exhibitions/:exhibition/analysis/:file':
    '/organizer/exhibitions/beijing-2026/analysis/breakdown.xlsx?by=enterprise',
  '/organizer/exhibitions/:exhibition/flows/:file': '/organizer/exhibitions/beijing-2026/flows/flows.xlsx',
  '/organizer/exhibitions/:exhibition/entries/:file':
    '/organizer/exhibitions/beijing-2026/entries/entries.xlsx?channel=onsite',
  '/organizer/exhibitions/:exhibition/reports': '/organizer/exhibitions/beijing-2026/reports',
  '/organizer/exhibitions/:exhibition/reports/:figure':
    '/organizer/exhibitions/beijing-2026/reports/{figure}',
  '/organizer/exhibitions/:exhibition/reports/:figure/:file':
    '/organizer/exhibitions/beijing-2026/reports/{figure}/figure.xlsx',
  '/organizer/checks': '/organizer/checks',
  '/organizer/checks/:file': '/organizer/checks/differences.xlsx?from=2026-11-01&to=2026-11-30',
  '/organizer/alarms': '/organizer/alarms?stand=settled',
  '/organizer/contracts': '/organizer/contracts?kind=purchase',
  '/organizer/contracts/new': '/organizer/contracts/new',
  '/organizer/contracts/:contract': '/organizer/contracts/{contract}',
  '/organizer/contracts/:contract/scan.pdf': '/organizer/contracts/{contract}/scan.pdf',
  '/organizer/exhibitions': '/organizer/exhibitions?state=past',
  '/organizer/exhibitions/compare':
    '/organizer/exhibitions/compare?fair=beijing-2026&fair=beijing-2023-demo&fair=beijing-2023',
  '/organizer/exhibitions/compare/:file':
    '/organizer/exhibitions/compare/fairs.xlsx?fair=beijing-2026&fair=beijing-2023',
  '/organizer/exhibitions/new': '/organizer/exhibitions/new',
  '/organizer/exhibitions/:exhibition': '/organizer/exhibitions/beijing-2026',
  '/organizer/exhibitions/:exhibition/edit': '/organizer/exhibitions/beijing-2026/edit',
  '/organizer/exhibitions/:exhibition/exhibitors':
    '/organizer/exhibitions/beijing-2026/exhibitors?q=%E5%86%9C',
  '/organizer/exhibitions/:exhibition/products':
    '/organizer/exhibitions/beijing-2026/products?of={enterprise}',
  '/organizer/exhibitions/:exhibition/targets': '/organizer/exhibitions/beijing-2026/targets',
  '/organizer/exhibitions/:exhibition/measures': '/organizer/exhibitions/beijing-2026/measures',
  '/organizer/exhibitions/:exhibition/coverage': '/organizer/exhibitions/beijing-2026/coverage',
  '/organizer/exhibitions/:exhibition/documents': '/organizer/exhibitions/beijing-2026/documents',
  '/organizer/exhibitions/:exhibition/documents/:document':
    '/organizer/exhibitions/beijing-2026/documents/{fairDocument}',
  '/organizer/exhibitions/:exhibition/booths': '/organizer/exhibitions/beijing-2026/booths',
  '/organizer/livestreams': '/organizer/livestreams?fair=beijing-2026',
  '/organizer/livestreams/new': '/organizer/livestreams/new',
  '/organizer/livestreams/import': '/organizer/livestreams/import',
  '/organizer/livestreams/import/:import': '/organizer/livestreams/import/{platformImport}',
  '/organizer/livestreams/matching': '/organizer/livestreams/matching?product=360000000000099999&spec=1kg',
  '/organizer/livestreams/:livestream': '/organizer/livestreams/{livestream}?q=%E5%B0%8F%E7%B1%B3',
  '/organizer/certificates': '/organizer/certificates',
  '/organizer/certificates/:code/print': '/organizer/certificates/{certificate}/print',
  '/organizer/plan': '/organizer/plan?year=2026',
  '/organizer/plan/:file': '/organizer/plan/months.xlsx?year=2026',
  '/organizer/people': '/organizer/people?who=everybody',
  '/organizer/audit':
    '/organizer/audit?who=system&enterprise={enterprise}&division=150430&from=2026-11-01&to=2026-12-31',
  '/dev/outbox': '/dev/outbox',
  '/*': '/nowhere',
  '/me': '/me',
  '/suggest': '/suggest?q=xiao',
  '/products/:slug/qr.svg': '/products/{product}/qr.svg',
  '/sitemap.xml': '/sitemap.xml',
  '/robots.txt': '/robots.txt',
  '/api/openapi.json': '/api/openapi.json',
  '/api/v1/divisions': '/api/v1/divisions',
  '/api/v1/categories': '/api/v1/categories',
  '/api/v1/products': '/api/v1/products?limit=100',
  '/api/v1/products/:slug': '/api/v1/products/{product}',
  '/api/v1/exhibitions/:slug/counters': '/api/v1/exhibitions/beijing-2026/counters',
  '/exhibitions/:slug/wall': '/exhibitions/beijing-2026/wall',
  '/organizer/exhibitions/:exhibition/wall': '/organizer/exhibitions/beijing-2026/wall',
  '/organizer/exhibitions/:exhibition/replay': '/organizer/exhibitions/beijing-2026/replay',
  '/organizer/exhibitions/:exhibition/rehearsal': '/organizer/exhibitions/beijing-2026/rehearsal?speed=1000',
  '/live/exhibitions/:slug': '/live/exhibitions/beijing-2026',
  '/organizer/exhibitions/:exhibition/live': '/organizer/exhibitions/beijing-2026/live',
  '/api/v1/*': '/api/v1/nowhere',
  '/hooks/stripe': '/hooks/stripe',
  '/booth/sync': '/booth/sync',
  '/booth': '/booth',
  '/booth/:fair/:enterprise': '/booth/beijing-2026/{enterprise}',
  '/booth/:fair/:enterprise/day': '/booth/beijing-2026/{enterprise}/day',
}

/** Path and query of a route's sample; what it is filled with must be known. */
export function sampleOf({ pattern }: Leaf, known: Partial<Known>): string {
  const sample = samples[pattern]
  if (sample === undefined) throw new Error(`${pattern} has no sample in tests/support/routes.ts`)
  return sample.replace(/\{(\w+)\}/g, (_braces, name: keyof Known) => {
    const value = known[name]
    if (value === undefined) throw new Error(`${pattern} wants ${name}`)
    return value
  })
}
