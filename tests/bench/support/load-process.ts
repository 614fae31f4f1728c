import autocannon from 'autocannon'
import type { Load } from './load.ts'

process.once('message', async ({ url, connections, seconds, lists }: Load) => {
  let next = 0
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient(client) {
      client.setRequests([...(lists[next % lists.length] ?? [])])
      next += 1
    },
  })
  const failures = result.non2xx + result.errors + result.timeouts
  process.send?.({
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures,
  })
})
