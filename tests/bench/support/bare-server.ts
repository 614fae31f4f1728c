import { createServer } from 'node:http'

// The least that Node can do: one buffer, written to whoever asks; what is sent here is read, and that is all.
const response = await fetch(process.env.BENCH_PAGE ?? '')
const bytes = Buffer.from(await response.arrayBuffer())
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.byteLength }

createServer((request, answer) => {
  request.resume().on('end', () => {
    answer.writeHead(200, headers)
    answer.end(bytes)
  })
}).listen(Number(process.env.PORT), process.env.HOST)
for (const event of ['SIGTERM', 'disconnect']) process.once(event, () => process.exit(0))
