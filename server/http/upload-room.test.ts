import { expect, test } from 'vitest'
import { createUploadRoom } from './upload-room.ts'

test('in any order of sizes no more is held than there is room for, and everybody gets in', async () => {
  const room = createUploadRoom(10)
  let held = 0
  let most = 0
  const work = (bytes: number) =>
    room.during(bytes, async () => {
      held += bytes
      most = Math.max(most, held)
      await Promise.resolve()
      held -= bytes
      return bytes
    })
  const sizes = Array.from({ length: 200 }, (_, index) => 1 + ((index * 7) % 10))
  expect(await Promise.all(sizes.map(work))).toEqual(sizes)
  expect(most).toBe(10)
})

test('what is larger than the room goes alone, and one that fails gives its room back', async () => {
  const room = createUploadRoom(10)
  const order: Array<string> = []
  const note = (name: string) => async () => void order.push(name)
  await Promise.all([
    expect(room.during(9, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone'),
    room.during(50, note('large')),
    room.during(5, note('small')),
  ])
  expect(order).toEqual(['large', 'small'])
})

test('who fills a share of the room by one address waits, and others come in past them', async () => {
  const room = createUploadRoom(10, 5)
  const order: Array<string> = []
  const ends: Array<() => void> = []
  const enter = (name: string, address: string) =>
    room.during(
      5,
      () => {
        order.push(name)
        return new Promise<void>((end) => ends.push(end))
      },
      address,
    )
  const all = [enter('slow', 'a'), enter('slow again', 'a'), enter('farmer', 'b')]
  await Promise.resolve()
  expect(order).toEqual(['slow', 'farmer'])
  while (ends.length > 0) {
    ends.shift()?.()
    await new Promise(setImmediate)
  }
  await Promise.all(all)
  expect(order).toEqual(['slow', 'farmer', 'slow again'])
})
