import { createServer } from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'

const file = path.resolve('node_modules/.cache/bench-minimal/server/index.js')
const build = (await import(pathToFileURL(file).href)) as ServerBuild
const handle = createRequestHandler(build, 'production')

/** Remix on node:http without Express: the fastest way that it has. */
createServer(async (request, response) => {
  const isRead = request.method === 'GET'
  const answer = await handle(
    new Request(`http://${request.headers.host}${request.url}`, {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      ...(isRead ? {} : { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
    }),
  )
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}).listen(Number(process.env.PORT), process.env.HOST)
for (const event of ['SIGTERM', 'disconnect']) process.once(event, () => process.exit(0))
