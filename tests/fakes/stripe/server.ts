import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerControl } from './control-server.ts'
import type { Controls } from './controls.ts'
import { jsonAnswer, readBody, writeAnswer } from './http.ts'
import { answerPage } from './pages/pages.ts'
import type { World } from './world.ts'

type Parts = {
  world: World
  controls: Controls
  handleApi: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Three servers on one port: Stripe's API under /v1, the hosted pages, and the control API of tests. */
export function createSandboxServer({ world, controls, handleApi }: Parts): Server {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname.startsWith('/v1/')) return handleApi(request, response)
    const method = request.method ?? 'GET'
    const body = await readBody(request)
    if (url.pathname.startsWith('/_sandbox/')) {
      return writeAnswer(response, await answerControl(controls, method, url.pathname, body))
    }
    writeAnswer(
      response,
      await answerPage(world, {
        method,
        url,
        form: new URLSearchParams(body),
        acceptLanguage: request.headers['accept-language'] ?? '',
      }),
    )
  }

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      process.stderr.write(`payment sandbox: ${error instanceof Error ? error.stack : String(error)}\n`)
      if (response.headersSent) return void response.destroy()
      writeAnswer(response, jsonAnswer(500, { error: { type: 'api_error', message: 'The sandbox failed.' } }))
    })
  })
}
