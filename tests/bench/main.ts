import { parseArgs } from 'node:util'
import { type Supervisor, supervised } from '#server/steps/supervisor.ts'
import { addToCart } from './parts/add-to-cart.ts'
import { boothEntries } from './parts/booth-entries.ts'
import { cachedList } from './parts/cached-list.ts'
import { catalogueSize } from './parts/catalogue-size.ts'
import { exportOfOrders } from './parts/export-of-orders.ts'
import { imports } from './parts/imports.ts'
import { ledgerSize } from './parts/ledger-size.ts'
import { livePace } from './parts/live-pace.ts'
import { orders } from './parts/orders.ts'
import { pageCosts } from './parts/page-costs.ts'
import { staffLists } from './parts/staff-lists.ts'
import { steadyLoad } from './parts/steady-load.ts'
import { uncachedList } from './parts/uncached-list.ts'
import { uploads } from './parts/uploads.ts'
import type { Part } from './support/context.ts'
import { openBenchDatabases } from './support/databases.ts'
import { describeMachine, formatTable } from './support/report.ts'
import type { Row } from './support/sample.ts'

const parts: Record<string, Part> = {
  'cached-list': cachedList,
  'uncached-list': uncachedList,
  'catalogue-size': catalogueSize,
  'add-to-cart': addToCart,
  orders,
  'booth-entries': boothEntries,
  imports,
  'ledger-size': ledgerSize,
  'live-pace': livePace,
  'page-costs': pageCosts,
  'staff-lists': staffLists,
  'export-of-orders': exportOfOrders,
  uploads,
  'steady-load': steadyLoad,
}

const usage = `npm run bench -- [parts] [--rounds 5] [--seconds 4] [--sizes 1000,100000,1000000]
Parts: ${Object.keys(parts).join(', ')}; all of them when none is named.
The first run with large sizes fills their databases, which takes minutes; they are kept in DATA_DIR/bench.`

async function main(supervisor: Supervisor): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      sizes: { type: 'string', default: '1000,100000,1000000' },
      help: { type: 'boolean', default: false },
    },
  })
  const unknown = positionals.filter((name) => !parts[name])
  if (values.help || unknown.length > 0) return console.log(usage)
  const databases = await openBenchDatabases()
  supervisor.onStop(databases.stop)
  const machine = describeMachine(databases.version)
  const context = {
    databases,
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    sizes: values.sizes.split(',').map(Number),
  }
  const rows: Array<Row> = []
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.log(`measuring: ${name} …`)
    rows.push(...(await part(context)))
  }
  console.log(`\n${formatTable(rows)}\n\nMedians of ${context.rounds} interleaved rounds.\n${machine}`)
}

await supervised(main)
