// What each route answers to each role: written by hand and apart from app/domain/staff/roles.ts, which it checks (T43).

export const columns = [
  'anonymous',
  'shopper',
  'other owner',
  'owner',
  'editor',
  'shipper',
  'other reviewer',
  'reviewer',
  'organizer',
  'hand',
  'finance',
  'viewer',
] as const
export type Who = (typeof columns)[number]

// One code a column: 302 to sign in, 403 without the capability, 404 for what does not exist for them, or `in`.
const lines = {
  everybody: 'in  in  in  in  in  in  in  in  in  in  in  in',
  away: '302 302 302 302 302 302 302 302 302 302 302 302',
  nobody: '   404 404 404 404 404 404 404 404 404 404 404 404',
  shopper: '  302 in  302 302 302 302 302 302 302 302 302 302',
  staff: '    302 302 in  in  in  in  in  in  in  in  in  in',
  members: '  302 302 404 in  in  in  404 404 404 404 404 404',
  editors: '  302 302 404 in  in  403 404 404 404 404 404 404',
  owners: '   302 302 404 in  403 403 404 404 404 404 404 404',
  organizers: '302 302 404 404 404 404 in in in in in in',
  readers: '  302 302 404 404 404 404 in  in  in  403 in  in',
  reviewers: '302 302 404 404 404 404 in in in 403 403 403',
  city: '     302 302 404 404 404 404 403 403 in  403 403 403',
  figures: '302 302 404 404 404 404 403 403 in in in in',
  recorders: '302 302 404 404 404 404 403 403 in in 403 403',
  deciders: '302 302 404 404 404 404 403 403 in 403 in 403',
  books: '302 302 404 404 404 404 403 403 in 403 in 403',
  finance: '302 302 404 404 404 404 403 403 403 403 in 403',
  // Of one's own division: the other reviewer's is another.
  readersHere: '  302 302 404 404 404 404 404 in in 403 in  in',
  reviewersHere: '302 302 404 404 404 404 404 in in 403 403 403',
  readersThere: ' 302 302 404 404 404 404 in  404 in 403 in  in',
  reviewersThere: '302 302 404 404 404 404 in 404 in 403 403 403',
  papersThere: '302 302 404 404 404 404 in 404 in 403 404 404',
  // Papers of an application are for those who review it.
  papersHere: '302 302 404 404 404 404 404 in in 403 404 404',
} as const
type Line = keyof typeof lines

/** By route: who reads and who writes; and what becomes of the things of another enterprise or shopper beneath it. */
type Gate = { get: Line; post?: Line; foreign?: 'hidden' | 'the same' | Line }

const open: Gate = { get: 'everybody' }
const mine: Gate = { get: 'shopper' }
const ownThing = (get: Line, post: Line = get): Gate => ({ get, post, foreign: 'hidden' })
/** Whoever has the link may: it names what it opens, and is not guessed. */
const byLink: Gate = { get: 'everybody', foreign: 'the same' }

export const gates: Readonly<Record<string, Gate>> = {
  '/': open,
  '/divisions': open,
  '/divisions/:slug': byLink,
  '/categories/:code': byLink,
  '/enterprises/:slug': byLink,
  '/products': open,
  '/products/:slug': byLink,
  '/search': open,
  '/exhibitions': open,
  '/exhibitions/:slug': byLink,
  '/exhibitions/:slug/wall': byLink,
  '/help/:topic': byLink,
  '/cart': open,
  '/checkout': open,
  '/checkout/:token/pay': byLink,
  '/checkout/:token/return': byLink,
  '/orders/find': open,
  '/orders/:token': byLink,
  '/orders/:token/invoices/:order': byLink,
  '/account/sign-in': open,
  '/account/sign-out': open,
  '/account': mine,
  '/account/orders': mine,
  '/account/addresses': mine,
  '/account/addresses/:id': ownThing('shopper'),
  '/account/favourites': mine,
  '/account/invoice-titles': mine,
  '/account/privacy': mine,
  '/account/closed': open,
  '/account/data.json': mine,
  '/staff': { get: 'staff' },
  '/staff/sign-in': open,
  '/staff/second-step': { get: 'staff' },
  '/staff/set-up': { get: 'staff' },
  '/staff/forgot': open,
  '/staff/reset/:token': byLink,
  '/staff/invitation/:token': byLink,
  '/staff/account': { get: 'staff' },
  // To the sign-in page.
  '/staff/sign-out': { get: 'everybody', post: 'away' },
  '/join': open,
  '/join/:token': byLink,
  '/join/:token/documents/:document/:index': byLink,
  '/enterprise/:enterprise': { get: 'members' },
  '/enterprise/:enterprise/listings': { get: 'editors' },
  '/enterprise/:enterprise/listings/new': { get: 'editors' },
  '/enterprise/:enterprise/listings/bulk': { get: 'editors' },
  '/enterprise/:enterprise/listings/:listing': ownThing('editors'),
  '/enterprise/:enterprise/listings/:listing/preview': ownThing('editors'),
  '/enterprise/:enterprise/pictures': { get: 'editors' },
  '/enterprise/:enterprise/signs': { get: 'editors' },
  '/enterprise/:enterprise/import': { get: 'editors' },
  '/enterprise/:enterprise/import/files/:file': { get: 'editors', foreign: 'the same' },
  '/enterprise/:enterprise/import/:job': ownThing('editors'),
  '/enterprise/:enterprise/import/:job/corrected.xlsx': ownThing('editors'),
  '/enterprise/:enterprise/stock': { get: 'editors' },
  '/enterprise/:enterprise/stock/:sku': ownThing('editors'),
  '/enterprise/:enterprise/orders': { get: 'members' },
  '/enterprise/:enterprise/orders/print': { get: 'members' },
  '/enterprise/:enterprise/orders/file': { get: 'members' },
  '/enterprise/:enterprise/orders/:number': ownThing('members'),
  '/enterprise/:enterprise/aftersales': { get: 'members' },
  '/enterprise/:enterprise/aftersales/:request': ownThing('members'),
  '/enterprise/:enterprise/reviews': { get: 'editors' },
  '/enterprise/:enterprise/invoices': { get: 'owners' },
  '/enterprise/:enterprise/invoices/:invoice/paper': ownThing('owners'),
  '/enterprise/:enterprise/statements': { get: 'owners' },
  '/enterprise/:enterprise/statements/:period': { get: 'owners' },
  '/enterprise/:enterprise/statements/:period/print': { get: 'owners' },
  '/enterprise/:enterprise/statements/:period/lines.xlsx': { get: 'owners' },
  '/enterprise/:enterprise/documents': { get: 'owners' },
  '/enterprise/:enterprise/documents/:document/:index': ownThing('owners'),
  '/enterprise/:enterprise/team': { get: 'owners' },
  '/organizer': { get: 'organizers' },
  '/organizer/listings': { get: 'reviewers' },
  '/organizer/listings/:listing': { get: 'reviewersHere', foreign: 'reviewersThere' },
  '/organizer/listings/:listing/preview': { get: 'reviewersHere', foreign: 'reviewersThere' },
  '/organizer/aftersales': { get: 'city' },
  '/organizer/aftersales/:request': { get: 'city', foreign: 'the same' },
  '/organizer/reviews': { get: 'city' },
  '/organizer/applications': { get: 'reviewers' },
  '/organizer/applications/:id': { get: 'reviewersHere', foreign: 'reviewersThere' },
  '/organizer/documents/:document/:index': { get: 'papersHere', foreign: 'papersThere' },
  '/organizer/enterprises': { get: 'readers' },
  '/organizer/enterprises/:slug': { get: 'readersHere', post: 'city', foreign: 'readersThere' },
  '/organizer/statements': { get: 'books', post: 'finance' },
  '/organizer/statements/:statement': { get: 'books', post: 'finance' },
  '/organizer/statements/:statement/print': { get: 'books' },
  '/organizer/statements/:statement/lines.xlsx': { get: 'books' },
  '/organizer/contracts': { get: 'figures' },
  '/organizer/contracts/new': { get: 'recorders' },
  '/organizer/contracts/:contract': { get: 'figures', post: 'deciders' },
  '/organizer/contracts/:contract/scan.pdf': { get: 'figures' },
  '/organizer/exhibitions': { get: 'figures' },
  '/organizer/exhibitions/new': { get: 'city' },
  '/organizer/exhibitions/:exhibition': { get: 'figures' },
  '/organizer/exhibitions/:exhibition/edit': { get: 'city' },
  '/organizer/exhibitions/:exhibition/exhibitors': { get: 'city' },
  '/organizer/exhibitions/:exhibition/products': { get: 'city' },
  '/organizer/exhibitions/:exhibition/targets': { get: 'city' },
  '/organizer/exhibitions/:exhibition/measures': { get: 'city' },
  '/organizer/exhibitions/:exhibition/coverage': { get: 'city' },
  '/organizer/exhibitions/:exhibition/documents': { get: 'city' },
  '/organizer/exhibitions/:exhibition/documents/:document': { get: 'city' },
  '/organizer/exhibitions/:exhibition/live': { get: 'figures' },
  '/organizer/exhibitions/:exhibition/rehearsal': { get: 'figures' },
  '/organizer/exhibitions/:exhibition/wall': { get: 'figures' },
  '/booth/sync': { get: 'recorders' },
  '/live/exhibitions/:slug': byLink,
  '/organizer/people': { get: 'city' },
  '/organizer/audit': { get: 'city' },
  '/dev/outbox': open,
  '/*': { get: 'nobody' },
  '/me': open,
  '/suggest': open,
  '/products/:slug/qr.svg': byLink,
  '/sitemap.xml': open,
  '/robots.txt': open,
  '/api/openapi.json': open,
  '/api/v1/exhibitions/:slug/counters': byLink,
  '/api/v1/divisions': open,
  '/api/v1/categories': open,
  '/api/v1/products': open,
  '/api/v1/products/:slug': byLink,
  '/api/v1/*': { get: 'nobody', post: 'everybody' },
  '/hooks/stripe': open,
}

export function expectedCode(pattern: string, method: 'GET' | 'POST', who: Who, isForeign: boolean): string {
  const gate = gates[pattern]
  if (!gate) return 'a line in tests/support/gates.ts'
  const { get, post = get, foreign = 'the same' } = gate
  const line = method === 'POST' ? post : get
  const isElsewhere = isForeign && foreign !== 'hidden' && foreign !== 'the same' && line === get
  const code = codeOf(isElsewhere ? foreign : line, who)
  return isForeign && foreign === 'hidden' && code === 'in' ? '404' : code
}

function codeOf(line: Line, who: Who): string {
  return lines[line].trim().split(/\s+/)[columns.indexOf(who)] ?? ''
}

/** So filled in that a form without a fault meets the question of whose the thing is. */
export const forms: Readonly<Record<string, Record<string, string>>> = {
  '/account/addresses/:id': {
    recipient: '赵一',
    phone: '13800138000',
    districtCode: '110108',
    detail: '中关村大街 1 号',
    tag: 'home',
  },
  '/account/favourites': { product: '{product}' },
  '/enterprise/:enterprise/stock/:sku': { intent: 'threshold', lowStockAt: '5' },
  '/enterprise/:enterprise/orders/:number': { intent: 'show-phone', reason: '核对收货地址' },
  '/enterprise/:enterprise/aftersales/:request': { intent: 'refuse', text: '包装完好，不是质量问题' },
  '/organizer/aftersales/:request': { intent: 'refuse', text: '包装完好，不是质量问题' },
  '/organizer/listings/:listing': { intent: 'accept', version: '1' },
  '/organizer/applications/:id': { intent: 'return', version: '1', reason: '营业执照看不清楚' },
  '/organizer/enterprises/:slug': { intent: 'suspend', reason: '多次投诉，暂停整改' },
}
