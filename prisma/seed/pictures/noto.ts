import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Canvas, Drawing } from './draw.ts'

type IconSet = { icons: Record<string, { body: string }>; aliases?: Record<string, { parent: string }> }

let icons: IconSet | undefined

function loadIcons(): IconSet {
  icons ??= JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('@iconify-json/noto/icons.json'), 'utf8'),
  ) as IconSet
  return icons
}

/** An icon of Google's Noto set (Apache-2.0), defined once and used by reference, 128 units square. */
export function noto(canvas: Canvas, name: string): Drawing {
  const set = loadIcons()
  const body = (set.icons[name] ?? set.icons[set.aliases?.[name]?.parent ?? ''])?.body
  if (!body) throw new Error(`no icon named ${name}`)
  const id = canvas.define(`noto-${name}`, (given) => `<g id="${given}">${withOwnIds(body, given)}</g>`)
  return { svg: `<use href="#${id}" x="-64" y="-122"/>`, width: 112, height: 116 }
}

/** Gradients inside an icon carry ids that two icons may share. */
function withOwnIds(body: string, prefix: string): string {
  return body
    .replaceAll(/id="([^"]+)"/g, `id="${prefix}-$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replaceAll(/href="#([^"]+)"/g, `href="#${prefix}-$1"`)
}
