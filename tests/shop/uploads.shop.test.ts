import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { runningClock } from '#tests/support/people.ts'
import { useShopProcesses } from '#tests/support/shop-processes.ts'
import { openTill } from '#tests/support/till.ts'

const database = await useDatabase()
const shop = await useShopProcesses(database, await openTill(database, { clock: runningClock() }))
const onDisk = () => readdir(path.join(shop.dataDir, 'uploads')).catch(() => [])

test('killed in the middle of a photo, a process leaves nothing of it after the next start (T63)', async () => {
  const socket = connect(Number(new URL(shop.url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  const part = '--b\r\ncontent-disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n'
  socket.write(
    `POST /cart HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-length: 9000000\r\ncontent-type: multipart/form-data; boundary=b\r\n\r\n${part}${'x'.repeat(100_000)}`,
  )
  await expect.poll(onDisk).toHaveLength(1)
  await shop.kill()
  expect(await onDisk()).toHaveLength(1)
  await shop.start()
  expect(await onDisk()).toEqual([])
})
