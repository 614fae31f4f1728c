import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** The client as it was built (`npm run build`), which is what a phone has to fetch. */
export const builtClient = path.resolve('build/client')

type Module = { module: string; imports?: ReadonlyArray<string> }
type RouteManifest = { entry: Module; routes: Record<string, Module & { parentId?: string }> }
type ChunkManifest = Record<string, { file: string; imports?: ReadonlyArray<string> }>

function readRoutes(): RouteManifest {
  const assets = path.join(builtClient, 'assets')
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

/** Bytes of JavaScript, gzipped, that a page needs. */
export function scriptBytes(routeId: string): number {
  return [...modulesOf(routeId)]
    .map((url) => gzipSync(readFileSync(path.join(builtClient, url)), { level: 9 }).byteLength)
    .reduce((sum, size) => sum + size, 0)
}
