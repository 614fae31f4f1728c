import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { LoggedRequest } from '#tests/fakes/stripe/request-log.ts'
import { expect, test } from '../support/journey.ts'

// What have the journeys left behind in other hands than the database's?

test('no request to Stripe spoke of a person (T95) @afterwards', async ({ shop }) => {
  const answer = await fetch(`${shop.env.STRIPE_API_BASE}/_sandbox/requests`)
  const requests = (await answer.json()) as Array<LoggedRequest>
  expect(requests.length).toBeGreaterThan(10)
  const sent = requests
    .map(({ path, rawBody, headers }) => [path, rawBody, JSON.stringify(headers)].join('\n'))
    .map((text) => decodeURIComponent(text.replaceAll('+', ' ')))
    .join('\n')
  const { rows } = await shop.pool.query<{ text: string | null }>(`
    WITH run AS (SELECT * FROM order_group WHERE placed_at > now() - interval '2 hours')
    SELECT recipient AS text FROM run UNION SELECT phone FROM run UNION SELECT detail FROM run
    UNION SELECT note FROM run UNION SELECT invoice->>'title' FROM run UNION SELECT invoice->>'email' FROM run`)
  const said = rows.flatMap(({ text }) => text || [])
  expect(said.length).toBeGreaterThan(10)
  expect(said.filter((text) => sent.includes(text))).toEqual([])
})

test('the log names nobody, and nobody’s order (T96) @afterwards', async ({ shop }) => {
  const log = await readFile(path.resolve('test-results/shop.log'), 'utf8')
  expect(log.split('\n').length).toBeGreaterThan(500)
  const { rows } = await shop.pool.query<{ text: string }>(`
    SELECT phone AS text FROM shopper UNION SELECT phone FROM order_group UNION SELECT phone FROM sms_message
    UNION SELECT recipient FROM order_group UNION SELECT detail FROM order_group UNION SELECT token FROM order_group
    UNION SELECT recipient FROM address UNION SELECT detail FROM address`)
  const known = rows.map(({ text }) => text).filter((text) => text.length > 1)
  expect(known.filter((text) => log.includes(text))).toEqual([])
  expect(log.match(/\b1[3-9]\d{9}\b|[\w.]+@[\w-]+\.[a-z]{2,}/g) ?? []).toEqual([])
})
