import { expect, test } from 'vitest'
import { createQueue } from './queue.ts'

test('never more tasks at once than the limit, and every task is done', async () => {
  const queue = createQueue(2)
  let running = 0
  let most = 0
  const tasks = Array.from({ length: 20 }, (_, index) =>
    queue.run(
      async () => {
        running += 1
        most = Math.max(most, running)
        await Promise.resolve()
        running -= 1
        return index
      },
      index % 3 ? 'now' : 'later',
    ),
  )
  expect(await Promise.all(tasks)).toHaveLength(20)
  expect(most).toBe(2)
})

test('what a person waits for overtakes what may wait', async () => {
  const queue = createQueue(1)
  const order: Array<string> = []
  const task = (name: string) => async () => {
    order.push(name)
  }
  const first = queue.run(task('first'), 'now')
  await Promise.all([first, queue.run(task('later'), 'later'), queue.run(task('now'), 'now')])
  expect(order).toEqual(['first', 'now', 'later'])
})

test('a task that fails leaves its place to the next', async () => {
  const queue = createQueue(1)
  await expect(queue.run(() => Promise.reject(new Error('broken file')), 'now')).rejects.toThrow(
    'broken file',
  )
  expect(await queue.run(async () => 'next', 'later')).toBe('next')
})
