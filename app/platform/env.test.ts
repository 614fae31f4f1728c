import { describe, expect, test } from 'vitest'
import { readEnv, readSettings, sampleSessionSecret } from './env.server.ts'

const live = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://shop.example.cn',
  SESSION_SECRET: 'f3Zk0dW9s8QpXv1LmT6yRb2HcJ7nUa5E',
  STRIPE_SECRET_KEY: 'sk_live_51abcDEF',
  STRIPE_WEBHOOK_SECRET: 'whsec_51abcDEF',
} as const

describe('readSettings', () => {
  test('needs nothing, and keeps a fresh clone on this machine', () => {
    expect(readSettings({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      PUBLIC_URL: 'http://localhost:3000',
      DEV_PAGES: true,
      IS_LIVE: false,
    })
  })

  test('an empty value means the default, as in a .env file', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ PORT: 3000 })
  })

  test('says each problem in one line that names the variable', () => {
    expect(() => readSettings({ PORT: 'x', DATABASE_URL: 'mysql://a', LOG_LEVEL: 'loud' })).toThrow(
      /^PORT .+\nDATABASE_URL .+\nLOG_LEVEL .+$/,
    )
  })

  test('T03b: refuses a hold that does not outlive the payment page', () => {
    expect(() => readSettings({ HOLD_MINUTES: '10', CHECKOUT_MINUTES: '31' })).toThrow(
      /^HOLD_MINUTES .+CHECKOUT_MINUTES/,
    )
  })

  test.each([
    ['2', 2],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ])('T58: trusts exactly the proxies named: %s', (text, expected) => {
    expect(readSettings({ TRUST_PROXY: text }).TRUST_PROXY).toEqual(expected)
  })
})

describe('live keys', () => {
  test('take an installation that is ready for real money, without its developer pages', () => {
    expect(readSettings(live)).toMatchObject({ IS_LIVE: true, DEV_PAGES: false })
  })

  test.each([
    ['the sample session secret', { SESSION_SECRET: sampleSessionSecret }, /^SESSION_SECRET/],
    ['no session secret', { SESSION_SECRET: '' }, /^SESSION_SECRET/],
    ['a sample webhook secret', { STRIPE_WEBHOOK_SECRET: 'whsec_example' }, /^STRIPE_WEBHOOK_SECRET/],
    ['no webhook secret', { STRIPE_WEBHOOK_SECRET: '' }, /^STRIPE_WEBHOOK_SECRET/],
    ['an address without TLS', { PUBLIC_URL: 'http://shop.example.cn' }, /^PUBLIC_URL/],
    ['another API address', { STRIPE_API_BASE: 'http://127.0.0.1:1234' }, /^STRIPE_API_BASE/],
    ['pages that show sign-in codes', { DEV_PAGES: 'on' }, /^DEV_PAGES/],
    ['development mode', { NODE_ENV: 'development' }, /^NODE_ENV/],
  ])('refuse %s', (_name, change, message) => {
    expect(() => readSettings({ ...live, ...change })).toThrow(message)
  })
})

test('a web process does not start without a database and payments', () => {
  expect(() => readEnv({})).toThrow(/^DATABASE_URL .+\nSTRIPE_SECRET_KEY .+\nSTRIPE_WEBHOOK_SECRET .+$/)
})
