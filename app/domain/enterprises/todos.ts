import type { EnterpriseCapability } from '#app/domain/staff/roles.ts'

export const todoKinds = [
  'toShip',
  'afterSales',
  'reviews',
  'returned',
  'lapsed',
  'lowStock',
  'documents',
  'papers',
  'invoices',
  'reversals',
] as const
export type TodoKind = (typeof todoKinds)[number]

/** What waits for somebody of an enterprise, and how much of it is over its time; counted up to `mostTodos`. */
export type Todos = Record<TodoKind, number> & { late: Partial<Record<TodoKind, number>> }
export const mostTodos = 100

type TodoPlace = {
  /** Who can do something about it. */
  capability: EnterpriseCapability
  /** Where, under the enterprise's own address. */
  path: string
}

export const todoPlaces: Readonly<Record<TodoKind, TodoPlace>> = {
  toShip: { capability: 'ship-orders', path: '/orders' },
  afterSales: { capability: 'answer-after-sales', path: '/aftersales' },
  reviews: { capability: 'answer-reviews', path: '/reviews' },
  returned: { capability: 'edit-listings', path: '/listings?state=returned' },
  lapsed: { capability: 'edit-listings', path: '/listings?state=lapsed' },
  lowStock: { capability: 'adjust-stock', path: '/stock?state=low' },
  papers: { capability: 'edit-listings', path: '/listings?state=ending-papers' },
  documents: { capability: 'manage-documents', path: '/documents' },
  invoices: { capability: 'issue-invoices', path: '/invoices' },
  reversals: { capability: 'issue-invoices', path: '/invoices?stand=reversal' },
}
