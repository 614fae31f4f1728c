import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let root: string
let npm: ChildProcess

// A project with the shop's launcher, and in the place of the shop a program that notes what it is told.
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'launcher-'))
  for (const folder of ['server', 'node_modules/.bin', 'node_modules/node/bin'])
    await mkdir(path.join(root, folder), { recursive: true })
  await copyFile('server/start.mjs', path.join(root, 'server/start.mjs'))
  await symlink(process.execPath, path.join(root, 'node_modules/node/bin/node'))
  for (const file of ['package-lock.json', 'node_modules/.package-lock.json'])
    await writeFile(path.join(root, file), '{"packages":{}}')
  const scripts = { start: 'node server/start.mjs start' }
  await writeFile(path.join(root, 'package.json'), JSON.stringify({ type: 'module', scripts }))
  await writeFile(path.join(root, 'server/start.ts'), shop)
  // A group of its own, as in a terminal.
  npm = spawn('npm', ['start'], { cwd: root, stdio: 'ignore', detached: true, env: npmEnvironment() })
  await vi.waitFor(async () => expect(await told()).toMatch(/^open \d+\n$/), { timeout: 20_000 })
})
afterEach(async () => {
  const [, pid] = /^open (\d+)/.exec(await told()) ?? []
  for (const each of [Number(pid), -(npm.pid ?? 0)]) tryToKill(each)
  await rm(root, { recursive: true })
})

const shop = `
import { appendFileSync } from 'node:fs'
const note = (text) => appendFileSync('told', text + '\\n')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => { note(signal); setTimeout(() => process.exit(0), 800) })
process.on('disconnect', () => note('left alone'))
process.on('exit', () => note('closed'))
note('open ' + process.pid)
`
const told = () => readFile(path.join(root, 'told'), 'utf8').catch(() => '')

/** Without what the npm that runs these tests says to its own. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))
  return Object.fromEntries(own) as NodeJS.ProcessEnv
}

function tryToKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already, as it should be.
  }
}

test.each([
  ['a service manager sends TERM to npm', () => npm.kill('SIGTERM'), 'SIGTERM'],
  ['the terminal is closed', () => process.kill(-(npm.pid ?? 0), 'SIGHUP'), 'SIGTERM'],
  ['somebody presses Ctrl-C', () => process.kill(-(npm.pid ?? 0), 'SIGINT'), 'SIGINT'],
])('%s: the shop is told once, and closes', async (_, send, signal) => {
  send()
  if (npm.exitCode === null && npm.signalCode === null) await once(npm, 'exit')
  await vi.waitFor(async () => expect(await told()).toMatch(/closed/), { timeout: 10_000 })
  expect((await told()).split('\n').slice(1, -1)).toEqual([signal, 'closed'])
})
