import { existsSync } from 'node:fs'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.ts'
import { tryNode } from './steps/run-program.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lock-'))
  file = path.join(folder, 'start.lock')
})
afterEach(() => rm(folder, { recursive: true }))

/** Of a process that has ended. */
async function deadId(): Promise<string> {
  const { text } = await tryNode('--eval', ['console.log(process.pid)'])
  return text.trim()
}

async function leave(content: string, secondsAgo = 5): Promise<void> {
  await writeFile(file, content)
  const then = new Date(Date.now() - secondsAgo * 1_000)
  await utimes(file, then, then)
}

test('one works at a time, and the lock is gone afterwards', async () => {
  let working = 0
  const most: Array<number> = []
  const work = async () => {
    working += 1
    most.push(working)
    await sleep(5)
    working -= 1
  }
  await Promise.all(Array.from({ length: 4 }, () => withLock(file, work)))
  expect(most).toEqual([1, 1, 1, 1])
  expect(existsSync(file)).toBe(false)
})

test.each([
  ['whose owner was killed', deadId],
  ['that a full disk left empty', () => ''],
  ['of a process that had our id before a restart', () => String(process.pid)],
])('a lock %s is taken over', async (_what, content) => {
  await leave(await content())
  expect(await withLock(file, async () => 'in')).toBe('in')
})

test('many who find it abandoned at once still work one at a time', async () => {
  await leave(await deadId())
  let working = 0
  const most: Array<number> = []
  const work = async () => {
    working += 1
    most.push(working)
    await sleep(2)
    working -= 1
  }
  await Promise.all(Array.from({ length: 20 }, () => withLock(file, work)))
  expect(new Set(most)).toEqual(new Set([1]))
})
