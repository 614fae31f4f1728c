import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Answer, createAnswer } from './answer.ts'
import type { Encoding } from './encoding.ts'
import type { SecurityHeaders } from './security-headers.ts'

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The built client, a few megabytes, read once: no file is opened while people wait. */
export function readStaticFiles(folder: string, security: SecurityHeaders): ReadonlyMap<string, Answer> {
  const files = new Map<string, Answer>()
  if (!existsSync(folder)) return files
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`
    // The build's own notes (.vite) are not for the outside.
    if (!entry.isFile() || url.includes('/.') || /\.(?:br|gz)$/.test(file)) continue
    files.set(url, readStaticFile(file, url, security))
  }
  return files
}

function readStaticFile(file: string, url: string, security: SecurityHeaders): Answer {
  const bytes = readFileSync(file)
  const encoded: Partial<Record<Encoding, Buffer>> = {}
  if (existsSync(`${file}.br`)) encoded.br = readFileSync(`${file}.br`)
  if (existsSync(`${file}.gz`)) encoded.gzip = readFileSync(`${file}.gz`)
  const etag = `W/"${createHash('sha1').update(bytes).digest('base64url')}"`
  // Names under /assets carry the hash of their content.
  const life = url.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'max-age=3600'
  const type = types[path.extname(file)] ?? 'application/octet-stream'
  const headers = [
    'content-type',
    type,
    'cache-control',
    `public, ${life}`,
    'etag',
    etag,
    'vary',
    'accept-encoding',
  ]
  const policy = /-worker-[\w-]+\.js$/.test(url) ? security.forWorker : security.forFile
  const answer = createAnswer(200, [...headers, ...policy], bytes, { etag, encoded })
  // Pictures and fonts are compressed already; what has no compressed twin is sent as it is.
  return encoded.br ? answer : { ...answer, body: { ...answer.body, effective: () => 'identity' } }
}
