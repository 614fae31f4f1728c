import type { Page } from '#app/kernel/paging.ts'

/** Everything that a list has, page by page. */
export async function readAll<T>(readPage: (after: string | null) => Promise<Page<T>>): Promise<Array<T>> {
  const items: Array<T> = []
  for (let after: string | null = null; ; ) {
    const page = await readPage(after)
    items.push(...page.items)
    after = page.next
    if (after === null) return items
  }
}
