import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import process from 'node:process'
import { afterAll, expect } from 'vitest'
import { defaultSecretKey } from '#tests/fakes/stripe/sandbox.ts'
import type { TestDatabase } from './database.ts'
import type { SqlEdit } from './edit-sql.ts'
import type { Answer, Request, UseCases } from './worker.ts'

/** With NIGHTLY=1 tests that take long take longer: races are run 20 times instead of 3, with more in them. */
export const isNightly = process.env.NIGHTLY === '1'
/** How often more: `test(name, { repeats }, …)`. */
export const repeats = (isNightly ? 20 : 3) - 1

export const webhookSecret = 'whsec_of_the_tests'
const ended = 'ended'

type Name = keyof UseCases
type Args<N extends Name> = UseCases[N] extends (services: never, ...args: infer A) => unknown ? A : never
type Value<N extends Name> = Awaited<ReturnType<UseCases[N]>>

export type Workers = {
  /** Runs a use case in the process whose turn it is. What it throws is thrown here, with its code. */
  run<N extends Name>(name: N, ...args: Args<N>): Promise<Value<N>>
  /** Runs it in all of them at once. */
  runInAll<N extends Name>(name: N, ...args: Args<N>): Promise<Array<Value<N>>>
}

type Options = {
  processes?: number
  /** Of each process. */
  connections?: number
  /** The payment sandbox's address, where the use cases need it. */
  paymentsUrl?: string
  /** Guards taken out of the shop's SQL: a negative control. */
  edits?: ReadonlyArray<SqlEdit>
}

/** Processes of the shop on the test's database, started at the top of a test file and ended with it. */
export async function useWorkers({ url }: TestDatabase, options: Options = {}): Promise<Workers> {
  const { processes = 2, edits = [] } = options
  const env = environment(url, options)
  const workers = Array.from({ length: processes }, () => startWorker(env))
  let turn = 0

  afterAll(async () => {
    const unmet = (await Promise.all(workers.map((worker) => worker.ask('listUnmetEdits', [])))) as Array<
      Array<SqlEdit>
    >
    await Promise.all(workers.map((worker) => worker.stop()))
    const inNone = edits.filter(([from]) => unmet.every((list) => list.some(([other]) => other === from)))
    if (turn > 0) expect(inNone, 'guards that the shop does not have').toEqual([])
  })

  return {
    run: async (name, ...args) => {
      turn += 1
      return (await workers[turn % processes]?.ask(name, args)) as never
    },
    runInAll: async (name, ...args) =>
      (await Promise.all(workers.map((worker) => worker.ask(name, args)))) as never,
  }
}

/**
 * Runs a use case in a process of its own that dies, as by kill -9, before the given step (see steps.ts). False when
 * it died, true when it was done before that.
 */
export async function runMortal<N extends Name>(
  { url }: TestDatabase,
  options: Options & { lastStep: number },
  name: N,
  ...args: Args<N>
): Promise<boolean> {
  const env = { ...environment(url, options), LAST_STEP: String(options.lastStep) }
  const worker = startWorker(env)
  try {
    await worker.ask(name, args)
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === ended) return false
    throw error
  } finally {
    await worker.stop()
  }
}

function environment(url: string, options: Options): NodeJS.ProcessEnv {
  const { connections = 10, paymentsUrl = 'http://127.0.0.1:9', edits = [] } = options
  return {
    ...process.env,
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: String(connections),
    STRIPE_SECRET_KEY: defaultSecretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: paymentsUrl,
    LOG_LEVEL: 'silent',
    SQL_EDITS: JSON.stringify(edits),
    // A process that lives for a moment should not spend it on compiling.
    NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/compiled'),
  }
}

function startWorker(env: NodeJS.ProcessEnv) {
  const child = fork(path.join(import.meta.dirname, 'worker.ts'), {
    env,
    execArgv: [],
    serialization: 'advanced',
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  child.on('exit', () => {
    for (const [id, settle] of waiting)
      settle({ id, error: { message: 'the process has ended', code: ended } })
  })
  return {
    async ask(name: Request['name'], args: Array<unknown>): Promise<unknown> {
      last += 1
      const request: Request = { id: last, name, args }
      const { value, error } = await new Promise<Answer>((resolve) => {
        waiting.set(request.id, resolve)
        child.send(request)
      })
      if (error) throw Object.assign(new Error(`${name}: ${error.message}`), { code: error.code })
      return value
    },
    stop: () => stop(child),
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.disconnect()
  await ended
}
