import { expect, test } from 'vitest'
import { tryNode } from './steps/run-program.ts'

test.each(['start', 'serve'])(
  '%s refuses a hold that ends before its payment page (T03b)',
  async (command) => {
    const env = { ...process.env, HOLD_MINUTES: '10' }
    const { code, text } = await tryNode('server/start.ts', [command], { env })
    expect(code).toBe(1)
    expect(text.trim()).toMatch(/^HOLD_MINUTES \(10\) must be longer than CHECKOUT_MINUTES \(31\).+$/)
  },
)
