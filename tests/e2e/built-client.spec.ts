import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

// Looks at the client as it was built (`npm run build`), which is what a phone has to fetch.
const client = path.resolve('build/client')
const assets = path.join(client, 'assets')
const largest = 110_000

type Module = { module: string; imports?: ReadonlyArray<string> }
type RouteManifest = { entry: Module; routes: Record<string, Module & { parentId?: string }> }
type ChunkManifest = Record<string, { file: string; imports?: ReadonlyArray<string> }>

function readRoutes(): RouteManifest {
  const name = readdirSync(assets).find((file) => /^manifest-.*\.js$/.test(file))
  const source = readFileSync(path.join(assets, name ?? ''), 'utf8')
  return JSON.parse(source.replace(/^window\.__remixManifest=/, '').replace(/;\s*$/, ''))
}

function chunksOf(manifest: ChunkManifest, key: string): Array<string> {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`no chunk ${key} in the manifest`)
  return [`/${chunk.file}`, ...(chunk.imports ?? []).flatMap((other) => chunksOf(manifest, other))]
}

/** Everything that the page loads before it is alive: entry, its route and those around it, and its words. */
function modulesOf(routeId: string): Set<string> {
  const { entry, routes } = readRoutes()
  const modules = new Set([entry.module, ...(entry.imports ?? [])])
  for (let id: string | undefined = routeId; id; id = routes[id]?.parentId) {
    const route = routes[id]
    if (!route) throw new Error(`no route ${id} in the manifest`)
    for (const module of [route.module, ...(route.imports ?? [])]) modules.add(module)
  }
  const chunks: ChunkManifest = JSON.parse(
    readFileSync(path.resolve('build/.vite/client-manifest.json'), 'utf8'),
  )
  for (const url of chunksOf(chunks, 'app/messages/zh-shop.ts')) modules.add(url)
  return modules
}

const pages = ['home', 'products', 'category', 'division', 'search', 'product']

for (const page of pages) {
  test(`the ${page} page needs at most 110 KB of JavaScript, gzipped`, () => {
    const modules = [...modulesOf(`routes/shop/${page}`)]
    const sizes = modules.map(
      (url) => gzipSync(readFileSync(path.join(client, url)), { level: 9 }).byteLength,
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(largest)
  })
}

test('no secret, no server module and no path of a machine is in the built client (T60)', () => {
  const secrets = [
    /\b[sr]k_(?:test|live)_\w+/,
    /\bwhsec_\w+/,
    /postgres(?:ql)?:\/\//,
    /sample-session-secret/,
    /SESSION_SECRET|STRIPE_SECRET_KEY|DATABASE_URL|METRICS_TOKEN/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /\$queryRaw|pg_notify|PrismaClient/,
    /["'`]\/(?:home|root|Users|work|tmp)\//,
  ]
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:js|css|html|json|map)$/.test(file),
  )
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((file) => {
    const text = readFileSync(path.join(client, file), 'utf8')
    return secrets.filter((secret) => secret.test(text)).map((secret) => `${file}: ${secret}`)
  })
  expect(found).toEqual([])
})
