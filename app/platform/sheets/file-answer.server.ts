import type { Readable } from 'node:stream'
import type { RequestContext } from '../load-context.ts'
import type { SheetFormat } from './write-sheet.server.ts'

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
} satisfies Record<SheetFormat | 'zip', string>

/** The format of `entries.xlsx`, whose stem is `entries`; null for a file of any other name. */
export function formatOf(file: string | undefined, stem: string): SheetFormat | null {
  return (['csv', 'xlsx'] as const).find((format) => file === `${stem}.${format}`) ?? null
}

export function fileAnswer(name: string, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), { headers: headersOf(name) })
}

/** A file that is sent while it is made, however large (T71). */
export function streamedFile(context: RequestContext, name: string, stream: Readable): Response {
  context.deliver(stream)
  return new Response(null, { headers: headersOf(name) })
}

function headersOf(name: string): HeadersInit {
  return {
    'Content-Type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  }
}
