type Description = { type: string; message: string; stack: string; cause?: Description }

/** What of an error says where and why, and never whose: PostgreSQL, Stripe and Prisma hang much more on theirs. */
const safeFields = ['code', 'constraint', 'table', 'column', 'statusCode', 'requestId', 'retryable'] as const

/** An error as it may be logged (T96): its fields by name, and no value that a person may have typed. */
export function describeError(error: unknown): Description | string {
  if (!(error instanceof Error)) return withoutValues(String(error))
  const fields = error as Error & Partial<Record<(typeof safeFields)[number], unknown>>
  const known = safeFields.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]]))
  return {
    type: error.constructor.name,
    message: withoutValues(error.message),
    stack: withoutValues(error.stack ?? ''),
    ...Object.fromEntries(known),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) as Description } : {}),
  }
}

/** PostgreSQL quotes names and values alike; the word before tells them apart. */
function withoutValues(text: string): string {
  return text.replace(
    /(\b(?:constraint|relation|column|table|index|role|database) )?"[^"\n]*"/g,
    (quoted, name) => (name ? quoted : '"…"'),
  )
}
