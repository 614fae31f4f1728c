import { listRequests } from '#app/domain/after-sales/request-views.server.ts'
import { listApplications } from '#app/domain/enterprises/application-queue.server.ts'
import { countTodos } from '#app/domain/enterprises/count-todos.server.ts'
import { listEnterprises } from '#app/domain/enterprises/enterprise-list.server.ts'
import { listInvoices } from '#app/domain/invoices/list-invoices.server.ts'
import { listWaitingInvoices } from '#app/domain/invoices/list-waiting.server.ts'
import { listImports } from '#app/domain/listings/import/import-views.server.ts'
import { listListings } from '#app/domain/listings/list-listings.server.ts'
import { parseListingQuery } from '#app/domain/listings/list-query.ts'
import { parseQueueQuery } from '#app/domain/listings/queue-query.ts'
import { listSubmissions } from '#app/domain/listings/review-queue.server.ts'
import { listReviewsToAnswer, listReviewsToModerate } from '#app/domain/reviews/desk-views.server.ts'
import { findStatement } from '#app/domain/settlements/find-statement.server.ts'
import { listAllStatements, sumPeriods } from '#app/domain/settlements/list-all-statements.server.ts'
import { listLines } from '#app/domain/settlements/list-lines.server.ts'
import { listStatements } from '#app/domain/settlements/list-statements.server.ts'
import { listShopOrders } from '#app/domain/shipping/list-orders.server.ts'
import { readOrderFilter } from '#app/domain/shipping/order-filter.ts'
import { readAuditFilter } from '#app/domain/staff/audit-filter.ts'
import { searchAudit } from '#app/domain/staff/audit-views.server.ts'
import { listPeople } from '#app/domain/staff/people-views.server.ts'
import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import { listStock } from '#app/domain/stock/list-stock.server.ts'
import { openStock } from '#app/domain/stock/open-stock.server.ts'
import { parseStockQuery } from '#app/domain/stock/stock-query.ts'
import type { systemClock } from '#app/kernel/clock.ts'
import type { createPool } from '#app/platform/db.server.ts'

export type Desk = {
  services: { pool: ReturnType<typeof createPool>; clock: typeof systemClock }
  owner: EnterpriseScope
  city: OrganizerScope
  reviewer: OrganizerScope
  /** Of the owner's goods. */
  articleNumber: string
  fair: { id: number; slug: string }
  /** One of the fair's. */
  day: string
}
/** A page of a list, or a view that has none. */
export type Ask = (after: string | null) => Promise<{ next: string | null } | unknown>

const search = (address: string) => new URLSearchParams(address)

/** What an enterprise reads of its own. */
export function enterpriseListsOf({ services, owner, articleNumber }: Desk): Record<string, Array<Ask>> {
  return {
    listings: [
      '',
      'state=on-sale',
      'state=draft',
      'state=taken-down',
      'category=grain',
      'q=小米',
      'q=没有这种',
    ].map(
      (address) => (after) => listListings(services, owner, { ...parseListingQuery(search(address)), after }),
    ),
    stock: [
      ...['', 'state=low', 'state=out', 'q=小米', 'q=没有这种'].map(
        (address): Ask =>
          (after) =>
            listStock(services, owner, { ...parseStockQuery(search(address)), after }),
      ),
      async (after) => (await openStock(services, owner, articleNumber, after))?.movements,
    ],
    orders: [
      '',
      'stand=shipped',
      'stand=all',
      'stand=all&storage=frozen',
      'storage=chilled',
      'stand=all&q=CF2026',
      'stand=all&q=NONE',
    ].map(
      (address) => (after) => listShopOrders(services, owner, 'zh', readOrderFilter(search(address)), after),
    ),
    invoices: (['waiting', 'reversal', 'issued'] as const).map(
      (stand) => (after) => listInvoices(services, owner, stand, after),
    ),
    statements: [
      (after) => listStatements(services, owner, after),
      ...['2020-01', services.clock.now().toISOString().slice(0, 7)].map(
        (period): Ask =>
          async (after) => {
            const found = await findStatement(services, owner, period)
            return found && (await listLines(services, found, after))
          },
      ),
    ],
    'imports and what there is to do': [
      (after) => listImports(services, owner, after),
      () => countTodos(services, owner),
    ],
  }
}

/** What waits for organizers, and what they look up. */
export function organizerListsOf({ services, owner, city, reviewer }: Desk): Record<string, Array<Ask>> {
  return {
    'after-sales': [owner, city].flatMap((scope) =>
      (['open', 'closed'] as const).map(
        (stand): Ask =>
          (after) =>
            listRequests(services, scope, 'zh', stand, after),
      ),
    ),
    reviews: [
      ...(['unanswered', 'all'] as const).map(
        (stand): Ask =>
          (after) =>
            listReviewsToAnswer(services, owner, 'zh', stand, after),
      ),
      ...(['pending', 'published', 'hidden'] as const).map(
        (stand): Ask =>
          (after) =>
            listReviewsToModerate(services, city, 'zh', stand, after),
      ),
    ],
    'review queue': [city, reviewer].map(
      (scope) => (after) =>
        listSubmissions(services, scope, { ...parseQueueQuery(new URLSearchParams()), after }),
    ),
    applications: [city, reviewer].flatMap((scope) =>
      ['', '合作社', '没有这家'].map(
        (text): Ask =>
          (after) =>
            listApplications(services, scope, { stage: 'submitted', text, division: '', after }),
      ),
    ),
    enterprises: (['', 'expired', 'expiring', 'late'] as const).map(
      (kind) => (after) =>
        listEnterprises(services, city, {
          ...{ text: '', division: '', isSuspended: false, after },
          documents: kind === 'late' ? '' : kind,
          isLate: kind === 'late',
        }),
    ),
    'all statements': [
      ...(['', 'paid', 'unpaid'] as const).map(
        (paid): Ask =>
          (after) =>
            listAllStatements(services, city, { period: '', paid, after }),
      ),
      () => sumPeriods(services, city),
    ],
    'waiting invoices': [(after) => listWaitingInvoices(services, city, after)],
    people: ['', 'bench4', '张三', '没有这人'].flatMap((text) =>
      [true, false].map(
        (isEverybody): Ask =>
          (after) =>
            listPeople(services, 'zh', { text, isEverybody, after }),
      ),
    ),
    audit: [
      '',
      'who=bench7',
      'action=ship-parcel',
      'kind=listing&subject=B8',
      `enterprise=${owner.slug}`,
      `division=${owner.divisionCode}`,
      'from=2026-01-01&to=2026-12-31&action=publish-listing',
    ].map((address) => (after) => searchAudit(services, city, 'zh', readAuditFilter(search(address)), after)),
  }
}
