import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { blessScripts, handoffScript } from './page-scripts.server.ts'

const marker = 'f00dfeed'

function hash(code: string) {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
}

test('only scripts with this render’s marker are allowed, and the marker is gone', () => {
  const html = `<script nonce="${marker}">a()</script><script nonce="guess">evil()</script><script>evil()</script><script nonce="${marker}" type="module" async="">b()</script>`
  const page = blessScripts(html, marker)
  expect(page.html).toBe(
    '<script>a()</script><script nonce="guess">evil()</script><script>evil()</script><script type="module" async="">b()</script>',
  )
  expect(page.hashes).toEqual([hash('a()'), hash('b()')])
})

test('the handoff reaches the client letter by letter, whatever the data', () => {
  const data = '["</script><script>evil()</script>","<!--","\u2028\u2029","赤峰 & \\"好物\\""]\n'
  const script = handoffScript(data, marker)
  expect(script.match(/<\/script>/g)).toHaveLength(1)
  const received: Array<string> = []
  const streamController = {
    enqueue: (text: string) => received.push(text),
    close: () => received.push('closed'),
  }
  const code = script.replace(/^<script[^>]*>|<\/script>$/g, '')
  runInNewContext(code, { window: { __remixContext: { streamController } } })
  expect(received).toEqual([data, 'closed'])
})
