import type { Part } from '../support/context.ts'
import { withClient } from '../support/databases.ts'
import { download } from '../support/download.ts'
import { fillDesks } from '../support/fill-desks.ts'
import { growthWhile } from '../support/memory.ts'
import { figureRow } from '../support/sample.ts'
import { startShop } from '../support/servers.ts'
import { openStaffDesk } from '../support/staff-desk.ts'

const manyOrders = 100_000

/** All orders of an enterprise as a file: when its first byte comes, and what it costs the shop's memory (T71). */
export const exportOfOrders: Part = ({ databases, rounds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url, ownerUrl }) => {
    await withClient(ownerUrl, (client) => fillDesks(client, manyOrders))
    const desk = await openStaffDesk(url)
    const shop = await startShop({ databaseUrl: url, dataDir: databases.dataDir })
    try {
      const file = `${shop.url}${desk.home}/orders/orders.csv?stand=all`
      const form = { method: 'POST', headers: { ...desk.headers, origin: shop.url } }
      // A page first: what a process loads for its first request is not the file's.
      await (await fetch(`${shop.url}${desk.home}/orders`, desk)).text()
      const firstBytes: Array<number> = []
      const growths: Array<number> = []
      for (let round = 0; round < rounds; round += 1)
        growths.push(
          await growthWhile(shop.child.pid, async () => {
            firstBytes.push(await download(file, form, manyOrders))
          }),
        )
      const name = `export of ${manyOrders.toLocaleString('en')} orders`
      return [
        figureRow(firstBytes, { name: `${name}: first byte`, unit: 'ms' }, { atMost: 1_000 }),
        figureRow(growths, { name: `${name}: memory grows by`, unit: 'MB' }, { atMost: 100 }),
      ]
    } finally {
      await shop.stop()
    }
  })
