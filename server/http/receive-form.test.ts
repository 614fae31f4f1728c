import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { hostname } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestContext } from '#app/platform/load-context.ts'
import { ReceivedFile, readForm } from '#app/platform/read-form.server.ts'
import { removeLeftUploads } from '#app/platform/upload-folder.server.ts'
import { openTestHost, type TestHost } from '#tests/support/host.ts'

let host: TestHost
let got: Array<[string, unknown]>
let answer: () => Promise<unknown>

beforeEach(async () => {
  got = []
  answer = async () => undefined
  host = await openTestHost({ '/account/photos': { action: take } })
})
afterEach(() => host.stop())

async function take(args: { request: Request; context: RequestContext }): Promise<Response> {
  const form = await readForm(args)
  for (const [field, value] of form)
    got.push([field, typeof value === 'string' ? value : [value.name, value.type, await value.text()]])
  await answer()
  return new Response(`of ${got.length} parts`)
}

const onDisk = () => readdir(path.join(host.dataDir, 'uploads')).catch(() => [])

function post(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${host.url}/account/photos`, {
    method: 'POST',
    headers: { origin: host.url, ...headers },
    body,
  })
}

/** A form as text, with any boundary and any names. */
function postParts(parts: ReadonlyArray<string>, boundary = 'b', end = '\r\n--b--\r\n'): Promise<Response> {
  const body = parts.map((part) => `--b\r\n${part}`).join('\r\n') + end
  return post(body, { 'content-type': `multipart/form-data; boundary=${boundary}` })
}

const part = (disposition: string, content: string) =>
  `content-disposition: form-data; ${disposition}\r\n\r\n${content}`

test('texts and files come as they were sent, two of one name and field too', async () => {
  const form = new FormData()
  form.append('title', '敖汉小米\n第二行 & =%\0')
  form.append('tick', '1')
  form.append('tick', '2')
  form.append('photos', new File(['first'], '小米 “1”.jpg', { type: 'image/jpeg' }))
  form.append('photos', new File(['second'], '小米 “1”.jpg', { type: 'image/jpeg' }))
  form.append('none', new File([], ''))
  expect((await post(form)).status).toBe(200)
  expect(got).toEqual([
    // A browser sends the ends of lines so.
    ['title', '敖汉小米\r\n第二行 & =%\0'],
    ['tick', '1'],
    ['tick', '2'],
    ['photos', ['小米 “1”.jpg', 'image/jpeg', 'first']],
    ['photos', ['小米 “1”.jpg', 'image/jpeg', 'second']],
  ])
})

test('a file lies in the folder of uploads, under a name of ours, until its form is answered (T66)', async () => {
  let lain: Array<string> = []
  answer = async () => {
    lain = await onDisk()
  }
  const names = [
    '../../../etc/passwd',
    '..\\..\\boot.ini',
    '/etc/passwd',
    'a\u202egpj.exe',
    'x'.repeat(2_000),
    '🐑.jpg',
    '.',
  ]
  const parts = names.map((name) => part(`name="photos"; filename="${name}"`, 'x'))
  expect((await postParts(parts)).status).toBe(200)
  expect(got).toHaveLength(names.length)
  expect(lain).toHaveLength(names.length)
  for (const name of lain)
    expect(name.replace(`${hostname()}.${process.pid}.`, '')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await readdir(host.dataDir)).toEqual(['uploads'])
  await vi.waitFor(async () => expect(await onDisk()).toEqual([]))
})

test('a form whose answer fails leaves no file', async () => {
  const form = new FormData()
  form.append('photos', new File(['x'], 'a.jpg'))
  answer = () => Promise.reject(new Error('the shop is broken'))
  expect((await post(form)).status).toBe(500)
  await vi.waitFor(async () => expect(await onDisk()).toEqual([]))
})

test('a sender who goes away in the middle leaves no file, and no failure in the log', async () => {
  const socket = connect(Number(new URL(host.url).port), '127.0.0.1')
  socket.write(
    'POST /account/photos HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-length: 9000000\r\n' +
      `content-type: multipart/form-data; boundary=b\r\n\r\n--b\r\n${part('name="photos"; filename="a.jpg"', 'x'.repeat(500_000))}`,
  )
  await vi.waitFor(async () => expect(await onDisk()).toHaveLength(1))
  socket.destroy()
  await vi.waitFor(async () => expect(await onDisk()).toEqual([]))
  expect([got, host.lines.filter(({ level }) => Number(level) >= 50)]).toEqual([[], []])
})

test.each([
  ['another boundary than the one it names', () => postParts([part('name="a"', '1')], 'other')],
  ['no boundary', () => post('x', { 'content-type': 'multipart/form-data' })],
  ['a boundary of 300 letters', () => postParts([part('name="a"', '1')], 'b'.repeat(300))],
  ['no end', () => postParts([part('name="photos"; filename="a.jpg"', '1')], 'b', '')],
  ['no body', () => post('', { 'content-type': 'multipart/form-data; boundary=b' })],
])('a form with %s is refused in words, and leaves nothing', async (_, send) => {
  const refused = await send()
  expect([refused.status, got]).toEqual([422, []])
  expect(await refused.text()).toContain('请回到页面重新提交一次')
  expect(await onDisk()).toEqual([])
  expect(host.lines.filter(({ level }) => Number(level) >= 50)).toEqual([])
})

test.each([
  ['more text than a form may have', [part('name="a"', 'x'.repeat(2 ** 20 + 1))]],
  ['more text in many fields', Array.from({ length: 3 }, () => part('name="a"', 'x'.repeat(400_000)))],
  ['too many files', Array.from({ length: 51 }, () => part('name="photos"; filename="a.jpg"', 'x'))],
  ['too many parts', Array.from({ length: 2_001 }, () => part('name="a"', 'x'))],
  ['more than 20 MB', [part('name="photos"; filename="a.jpg"', 'x'.repeat(21 * 2 ** 20))]],
])('%s: refused in words, and nothing is left', async (_, parts) => {
  const refused = await postParts(parts).catch(() => null)
  // Whoever goes on sending may lose the connection before they have read why.
  if (refused) {
    expect(refused.status).toBe(413)
    expect(await refused.text()).toContain('20 MB')
  }
  await vi.waitFor(async () => expect(await onDisk()).toEqual([]))
  expect(got).toEqual([])
})

test('of a file in hand there is a path, so that nobody has to copy it', async () => {
  await host.stop()
  const kinds: Array<unknown> = []
  host = await openTestHost({
    '/account/photos': {
      action: async (args) => {
        const file = (await readForm(args)).get('photos')
        if (file instanceof ReceivedFile) kinds.push(path.dirname(file.path), file.size)
        return new Response()
      },
    },
  })
  const form = new FormData()
  form.append('photos', new File(['12345'], 'a.jpg'))
  await post(form)
  expect(kinds).toEqual([path.join(host.dataDir, 'uploads'), 5])
})

test('what a process left that was killed is gone with the next start, and of one at work nothing', async () => {
  const folder = path.join(host.dataDir, 'uploads')
  await mkdir(folder)
  const killed = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'])
  const atWork = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'])
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const id = crypto.randomUUID()
  const left = [`${hostname()}.${killed.pid}.${id}`, `${hostname()}.${process.pid}.${id}.webp`]
  const others = [`${hostname()}.${atWork.pid}.${id}`, `another.machine.${killed.pid}.${id}`]
  for (const name of [...left, ...others]) await writeFile(path.join(folder, name), '')
  await removeLeftUploads(host.dataDir)
  expect((await onDisk()).sort()).toEqual(others.sort())
  atWork.kill('SIGKILL')
})
