import autocannon from 'autocannon'
import type { Load } from './load.ts'
import { percentile } from './sample.ts'

process.once('message', async ({ url, connections, seconds, rate, lists }: Load) => {
  let next = 0
  const times: Array<number> = []
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>()
  const options: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    ...(rate && { overallRate: rate }),
    setupClient(client) {
      client.setRequests([...(lists[next % lists.length] ?? [])])
      next += 1
      // Its own summary has no 95th percentile.
      client.on('response', (_status, _bytes, milliseconds) => times.push(milliseconds))
    },
  }
  const running = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)))
  process.once('message', () => running.stop())
  const result = await promise
  const failures = result.non2xx + result.errors + result.timeouts
  process.send?.({
    perSecond: result['2xx'] / result.duration,
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    failures,
  })
})
process.once('disconnect', () => process.exit(0))
