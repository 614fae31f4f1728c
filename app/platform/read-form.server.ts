import { openAsBlob } from 'node:fs'
import type { RequestContext, SentFile } from './load-context.ts'

/** A file of a form: its bytes lie on the disk until they are asked for, and until the request is answered. */
export class ReceivedFile extends File {
  readonly path: string

  constructor(blob: Blob, { name, type, path }: SentFile) {
    super([blob], name, { type })
    this.path = path
  }
}

/** A form with the files that were chosen in it. The host has taken them out of the request, which has the rest (T63). */
export async function readForm({
  request,
  context,
}: {
  request: Request
  context: Pick<RequestContext, 'files'>
}): Promise<FormData> {
  const form = await request.formData()
  for (const file of context.files) {
    form.append(file.field, new ReceivedFile(await openAsBlob(file.path), file))
  }
  return form
}
