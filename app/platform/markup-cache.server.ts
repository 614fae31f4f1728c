import { LRUCache } from 'lru-cache'
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import type { Env } from './env.server.ts'

/** Markup of parts that many pages have in common (renderOnce), in this process, as the bytes that are sent. */
export type MarkupCache = {
  /** For one render; `marker` is random, so that no text can pass for the place of a part. */
  openPage(locale: string, marker: string): OpenPage
}

type OpenPage = {
  /** Gives the place of a known part, or the part itself, rendered. Null where nothing is kept. */
  keep: ((name: string, render: () => ReactElement) => ReactNode) | null
  /** The page with the known parts in their places; the parts that it brings are remembered. */
  fill(page: string): Bytes
}

/** As `Response` takes it. */
type Bytes = Buffer<ArrayBuffer>

const largest = 32 * 1024 * 1024

/** Keeps nothing in development, where the code changes under the page. */
export function createMarkupCache({ NODE_ENV }: Pick<Env, 'NODE_ENV'>): MarkupCache {
  const known = new LRUCache<string, Bytes>({
    maxSize: largest,
    sizeCalculation: (markup, key) => markup.byteLength + 2 * key.length,
  })

  function openPage(locale: string, marker: string): OpenPage {
    const parts: Array<{ key: string; markup: Bytes | undefined }> = []

    function keep(name: string, render: () => ReactElement) {
      const key = `${locale}:${name}`
      const markup = known.get(key)
      const mark = `${marker}${parts.push({ key, markup }) - 1}`
      return markup ? `${mark}=` : createElement(Fragment, null, `${mark}(`, render(), `${mark})`)
    }

    function fill(page: string): Bytes {
      const [start = '', ...pieces] = page.split(marker)
      const whole = [Buffer.from(start)]
      // The page, and within it the new parts whose end has not come.
      const open = [whole]
      for (const piece of pieces) {
        const [mark = '', index, sign] = /^(\d+)([=()])/.exec(piece) ?? []
        const part = parts[Number(index)]
        if (sign === '(') open.push([])
        if (part && sign === ')') {
          part.markup = Buffer.concat(open.pop() ?? [])
          known.set(part.key, part.markup)
        }
        if (part?.markup) open.at(-1)?.push(part.markup)
        open.at(-1)?.push(Buffer.from(piece.slice(mark.length)))
      }
      return Buffer.concat(whole)
    }

    return { keep: NODE_ENV === 'production' ? keep : null, fill }
  }

  return { openPage }
}
