import { hash } from 'node:crypto'

/** Between the entry and the host only: sources for script-src. */
export const scriptHashesHeader = 'x-script-hashes'

type FinishedPage = { html: string; hashes: ReadonlyArray<string> }

/**
 * Hashes the inline scripts that carry this render's marker, and takes the marker out. A script that somebody
 * smuggled into the page cannot know the marker, so the policy never allows it.
 */
export function blessScripts(html: string, marker: string): FinishedPage {
  const hashes = new Set<string>()
  // Cut at the marker rather than searched by pattern: the page is long, and the scripts are at its end.
  const pieces = html.split(` nonce="${marker}"`)
  for (const piece of pieces.slice(1)) {
    const code = piece.slice(piece.indexOf('>') + 1, piece.indexOf('</script>'))
    if (code !== '') hashes.add(`'sha256-${hash('sha256', code, 'base64')}'`)
  }
  return { html: pieces.join(''), hashes: [...hashes] }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '\\u0026',
  '>': '\\u003e',
  '<': '\\u003c',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * The data of Remix's single fetch as the script that its client waits for. Remix would stream it through
 * Suspense, which renderToString cannot do; here it is whole, in the words and escapes of its StreamTransfer.
 */
export function handoffScript(data: string, marker: string): string {
  const literal = JSON.stringify(data).replace(
    /[&><\u2028\u2029]/g,
    (character) => escapes[character] ?? character,
  )
  const controller = 'window.__remixContext.streamController'
  return `<script nonce="${marker}">${controller}.enqueue(${literal});${controller}.close();</script>`
}
