import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { builtClient, scriptBytes } from '../support/built-client.ts'

const largest = 110_000

const pages = ['home', 'products', 'category', 'division', 'search', 'product']

for (const page of pages) {
  test(`the ${page} page needs at most 110 KB of JavaScript, gzipped`, () => {
    expect(scriptBytes(`routes/shop/${page}`)).toBeLessThanOrEqual(largest)
  })
}

test('no secret, no server module and no path of a machine is in the built client (T60)', () => {
  const secrets = [
    /\b[sr]k_(?:test|live)_\w+/,
    /\bwhsec_\w+/,
    /postgres(?:ql)?:\/\//,
    /sample-session-secret/,
    /SESSION_SECRET|STRIPE_SECRET_KEY|DATABASE_URL|METRICS_TOKEN/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /\$queryRaw|pg_notify|PrismaClient/,
    /["'`]\/(?:home|root|Users|work|tmp)\//,
  ]
  const files = readdirSync(builtClient, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:js|css|html|json|map)$/.test(file),
  )
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((file) => {
    const text = readFileSync(path.join(builtClient, file), 'utf8')
    return secrets.filter((secret) => secret.test(text)).map((secret) => `${file}: ${secret}`)
  })
  expect(found).toEqual([])
})
