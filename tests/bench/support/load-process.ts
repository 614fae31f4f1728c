import autocannon from 'autocannon'
import type { Load } from './load.ts'

process.once('message', async ({ url, connections, seconds, rate, lists }: Load) => {
  let next = 0
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(rate && { overallRate: rate }),
    setupClient(client) {
      client.setRequests([...(lists[next % lists.length] ?? [])])
      next += 1
    },
  })
  const failures = result.non2xx + result.errors + result.timeouts
  process.send?.({
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p975: result.latency.p97_5,
    failures,
  })
})
process.once('disconnect', () => process.exit(0))
