import type { SheetFormat } from './write-sheet.server.ts'

const types: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

export function fileAnswer(name: string, body: Uint8Array | ReadableStream<Uint8Array>): Response {
  const type = types[name.endsWith('.csv') ? 'csv' : 'xlsx']
  return new Response(body instanceof ReadableStream ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
