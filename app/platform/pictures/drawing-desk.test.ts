import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { constants, getPriority, tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { redrawApart } from './drawing-desk.server.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'drawing-'))
afterAll(() => rm(folder, { recursive: true }))

const from = path.join(folder, 'photo')
const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
const grain = sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: 'grey', noise } })
await writeFile(from, await grain.jpeg().toBuffer())
const draw = () => redrawApart({ from, to: path.join(folder, 'drawn') })

/** The drawing process, this one's only child. */
async function findProcess(): Promise<number> {
  const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
  return Number(children)
}

test('photos are drawn behind everything else on the machine (T63)', async () => {
  expect(await draw()).toMatchObject({ ok: true, value: { width: 2_000, height: 1_500 } })
  expect(getPriority(await findProcess())).toBe(constants.priority.PRIORITY_BELOW_NORMAL)
})

test('a drawing process that dies takes only its own photos along, and the next photo has another', async () => {
  const pid = await findProcess()
  const drawings = Promise.allSettled([draw(), draw()])
  process.kill(pid, 'SIGKILL')
  expect(await drawings).toMatchObject([
    { reason: new Error('the drawing process ended: SIGKILL') },
    { reason: new Error('the drawing process ended: SIGKILL') },
  ])
  expect(await draw()).toMatchObject({ ok: true })
  expect(await findProcess()).not.toBe(pid)
})

test('a photo that is not there fails by itself', async () => {
  await expect(redrawApart({ from: path.join(folder, 'none'), to: from })).rejects.toThrow('ENOENT')
  expect(await draw()).toMatchObject({ ok: true })
})
