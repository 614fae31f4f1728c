import type { z } from 'zod'

/** What a form sends back when it is refused: what was typed, and one error code a field, for the page to word. */
export type FormState = { values: Record<string, string>; errors: Record<string, string> }

export type ParsedForm<T> =
  | { ok: true; value: T; values: Record<string, string> }
  | ({ ok: false } & FormState)

/** The messages of the schema's rules are the error codes; a rule without one is broken by hand-made forms only. */
export function parseForm<T>(schema: z.ZodType<T>, form: FormData): ParsedForm<T> {
  const values = formValues(form)
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data, values }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form')
    errors[field] ??= /^[a-z-]+$/.test(issue.message) ? issue.message : 'unknown'
  }
  return { ok: false, values, errors }
}

/** What each field takes of its form when that came back: what was typed, and in words what was wrong with it. */
export function fieldsOf(
  state: FormState | undefined,
  word: (code: string | undefined) => string | undefined,
  /** Apart from the page's other forms of this kind. */
  mark = '',
) {
  return (name: string) => ({
    id: name + mark,
    name,
    defaultValue: state?.values[name],
    error: word(state?.errors[name]),
  })
}

/** Text fields only; files are read where they are wanted. */
export function formValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') values[name] = typedText(value)
  return values
}

/** The texts of a field that may be sent several times, as ticks of a list are. */
export function formTexts(form: FormData, name: string): Array<string> {
  return form.getAll(name).flatMap((part) => (typeof part === 'string' ? [typedText(part)] : []))
}

/** The files of a field. A browser sends an empty one where none was chosen. */
export function formFiles(form: FormData, name: string): Array<File> {
  return form.getAll(name).filter((part): part is File => part instanceof File && part.size > 0)
}

/**
 * As its author sees it: browsers send CRLF for a new line where our scripts send LF, so that what was kept of the one
 * would differ from the other. PostgreSQL keeps no NUL, and no browser types one.
 */
export function typedText(sent: string): string {
  return sent.replaceAll('\0', '').replaceAll('\r\n', '\n')
}
