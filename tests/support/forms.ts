/** A form with these fields, as a browser sends it. */
export function formOf(fields: Record<string, string | number | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    form.set(name, typeof value === 'object' ? value : String(value))
  return form
}
