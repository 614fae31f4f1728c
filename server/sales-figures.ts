import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { salesChannel } from '#app/domain/sales/bump-rollups.server.ts'
import type { Services } from '#app/platform/services.server.ts'

const longestLife = 10_000

/** While sales come in, the figure of a fair on a page that is kept is at most ten seconds old, and read as seldom. */
export function followSales({ bus, pageCache }: Pick<Services, 'bus' | 'pageCache'>): void {
  let isWaiting = false
  bus.subscribe(salesChannel, () => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => {
      isWaiting = false
      pageCache.drop([exhibitionsTag])
    }, longestLife).unref()
  })
}
