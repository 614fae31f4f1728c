import { queryText } from '#app/kernel/query-text.ts'

/** What waits for its review; what is published, of one enterprise or by its address; what the organizers took down. */
export const queueStates = ['waiting', 'published', 'barred'] as const
type QueueState = (typeof queueStates)[number]
export const queueKinds = ['new', 'change', 'ending-papers'] as const
type QueueKind = (typeof queueKinds)[number]

/** What the reviewers' list shows; the URL is its state. */
export type QueueQuery = {
  state: QueueState
  /** Only of what waits. */
  kind: QueueKind | null
  /** Part of an enterprise's name, or all of the name in its address. */
  enterprise: string
  division: string
  /** Part of a title, or a product's address in the shop. */
  text: string
  after: string | null
}

/** What the list does not know is dropped, never an error (T51). */
export function parseQueueQuery(search: URLSearchParams): QueueQuery {
  return {
    state: queueStates.find((state) => state === search.get('state')) ?? 'waiting',
    kind: queueKinds.find((kind) => kind === search.get('kind')) ?? null,
    enterprise: queryText(search, 'enterprise'),
    division: /^\d{6}$/.exec(search.get('division') ?? '')?.[0] ?? '',
    text: queryText(search, 'q'),
    after: search.get('after'),
  }
}

export function isQueueFiltered({ state, kind, enterprise, division, text }: QueueQuery): boolean {
  return state !== 'waiting' || kind !== null || [enterprise, division, text].some((value) => value !== '')
}

/** `https://shop/en/products/ao-han-xiao-mi-k7m2px` and the name alone; null for any other text. */
export function slugOf(text: string): string | null {
  return /\/products\/([a-z0-9-]+)|^([a-z0-9]+(?:-[a-z0-9]+)+)$/.exec(text)?.slice(1).find(Boolean) ?? null
}
