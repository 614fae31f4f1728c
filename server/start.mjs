// Runs on whatever Node (>= 20.19) the machine has, in a clone that may have no node_modules yet:
// nothing but Node itself may be imported here. Then hands over to the project's own Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const root = path.resolve(import.meta.dirname, '..')
const modules = path.join(root, 'node_modules')
const ownNode = path.join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
const nodeMajor = 24

process.chdir(root)
if (!isInstalled()) install()
handOver()

/** Whether node_modules holds what the lock file asks for, by npm's own record of it. */
function isInstalled() {
  const record = path.join(modules, '.package-lock.json')
  if (!existsSync(record) || !existsSync(path.join(modules, '.bin'))) return false
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const present = readPackages(record)
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    if (name === '') return true
    return present[name] ? present[name].version === version : optional === true
  })
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function install() {
  const from = Date.now()
  process.stdout.write('· installing packages (a minute or two) …')
  const npm = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--ignore-scripts=false', '--loglevel=error'],
    {
      env: {
        ...process.env,
        // npm must not run on the Node that it is about to replace.
        PATH: withoutOwnFolder(process.env.PATH ?? ''),
        // Any program will do: it keeps Prisma from downloading an engine that is not used.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    },
  )
  if (npm.status === 0) return console.log(` ${((Date.now() - from) / 1000).toFixed(1)} s`)
  console.error(`\n${npm.stdout ?? ''}${npm.stderr ?? npm.error}\nnpm ci failed: see above`)
  process.exit(1)
}

function withoutOwnFolder(list) {
  const own = path.join('node_modules', '.bin')
  return list
    .split(path.delimiter)
    .filter((folder) => !folder.endsWith(own))
    .join(path.delimiter)
}

function handOver() {
  const args = process.argv.slice(2)
  const node = existsSync(ownNode) ? ownNode : process.execPath
  const major = node === process.execPath ? Number(process.versions.node.split('.')[0]) : nodeMajor
  if (major < nodeMajor) {
    console.error(
      `Node ${nodeMajor} is missing from node_modules: let npm run the install script of the package "node"`,
    )
    process.exit(1)
  }
  // In a process group of its own, so that Ctrl-C reaches it once, through us; it ends when we are killed.
  const child = spawn(node, [path.join(root, 'server/start.ts'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  let isTold = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => tell(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  if (process.env.npm_lifecycle_event) whenOrphaned(() => tell('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

  function tell(signal) {
    child.kill(signal)
    isTold = true
  }

  /**
   * npm hands SIGTERM on to the shell between us, which ends and tells nobody. A closed terminal tells us and ends it too:
   * told twice, what we started would stop by force.
   */
  function whenOrphaned(stop) {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      if (!isTold) stop()
    }, 250)
  }
}
