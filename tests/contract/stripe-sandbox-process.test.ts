import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Stripe from 'stripe'
import { afterEach, describe, expect, it } from 'vitest'
import { sessionParams } from './sandbox-fixture.ts'

const running: Array<ChildProcess> = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

async function start(stateFile: string): Promise<{ child: ChildProcess; stripe: Stripe }> {
  const child = spawn(process.execPath, ['tests/fakes/stripe/main.ts'], {
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      SANDBOX_STATE_FILE: stateFile,
      SANDBOX_SECRET_KEY: 'sk_test_process',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  const [line] = await once(createInterface({ input: child.stdout! }), 'line')
  const { listening } = JSON.parse(String(line)) as { listening: number }
  const stripe = new Stripe('sk_test_process', { host: '127.0.0.1', port: listening, protocol: 'http' })
  return { child, stripe }
}

describe('the sandbox as a process', () => {
  it('tells its port, keeps what it answered through kill -9, and stops on SIGTERM', async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.jsonl')
    const first = await start(stateFile)
    const { id } = await first.stripe.checkout.sessions.create(sessionParams)
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = await start(stateFile)
    expect(await second.stripe.checkout.sessions.retrieve(id)).toMatchObject({ id, status: 'open' })
    second.child.kill('SIGTERM')
    expect(await once(second.child, 'exit')).toEqual([0, null])
  }, 20_000)
})
