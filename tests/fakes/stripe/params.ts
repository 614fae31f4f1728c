import { invalid, missing } from './api-error.ts'
import type { Params, ParamValue } from './form.ts'

/** Readers of form parameters that refuse as Stripe refuses. `at` is the name that the error carries. */

export function refuseUnknown(params: Params, known: ReadonlyArray<string>): void {
  const unknown = Object.keys(params).find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw invalid(`Received unknown parameter: ${unknown}`, unknown, 'parameter_unknown')
  }
}

export function optionalString(value: ParamValue | undefined, at: string, maxLength = 5000): string | null {
  if (value === undefined) return null
  if (typeof value !== 'string') throw invalid(`Invalid string: ${JSON.stringify(value)}`, at)
  if (value === '') {
    throw invalid(
      `You passed an empty string for '${at}'. We assume empty values are an attempt to unset a parameter; however '${at}' cannot be unset.`,
      at,
      'parameter_invalid_empty',
    )
  }
  if (value.length > maxLength) {
    throw invalid(`Invalid string: must be at most ${maxLength} characters`, at, 'parameter_invalid_string')
  }
  return value
}

export function requiredString(value: ParamValue | undefined, at: string, maxLength?: number): string {
  const text = optionalString(value, at, maxLength)
  if (text === null) throw missing(at)
  return text
}

export function optionalInteger(value: ParamValue | undefined, at: string): number | null {
  if (value === undefined) return null
  if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value)) {
    throw invalid(`Invalid integer: ${String(value)}`, at, 'parameter_invalid_integer')
  }
  return Number(value)
}

export function optionalEnum<T extends string>(
  value: ParamValue | undefined,
  at: string,
  allowed: ReadonlyArray<T>,
): T | null {
  const text = optionalString(value, at)
  if (text === null) return null
  const found = allowed.find((candidate) => candidate === text)
  if (found === undefined) throw invalid(`Invalid ${at}: must be one of ${allowed.join(', ')}`, at)
  return found
}

export function optionalObject(value: ParamValue | undefined, at: string): Params {
  if (value === undefined) return {}
  if (typeof value === 'string' || Array.isArray(value)) throw invalid('Invalid object', at)
  return value
}

export function optionalList(value: ParamValue | undefined, at: string): Array<ParamValue> {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw invalid('Invalid array', at)
  return value
}

/** At most 50 keys of 40 characters, values of 500: docs.stripe.com/api/metadata */
export function metadataOf(value: ParamValue | undefined, at = 'metadata'): Record<string, string> {
  const metadata: Record<string, string> = {}
  // A list: all keys happened to be 0, 1, 2…
  const entries = Array.isArray(value) ? Object.entries(value) : Object.entries(optionalObject(value, at))
  if (entries.length > 50) throw invalid('You can only set 50 metadata keys', at)
  for (const [key, item] of entries) {
    if (typeof item !== 'string') throw invalid('Metadata values must be strings', `${at}[${key}]`)
    if (key.length > 40) throw invalid('Metadata keys must be under 40 characters long', at)
    if (item.length > 500) throw invalid('Metadata values must be under 500 characters long', `${at}[${key}]`)
    if (item !== '') metadata[key] = item
  }
  return metadata
}

export function requiredUrl(value: ParamValue | undefined, at: string): string {
  const text = requiredString(value, at)
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw invalid('Not a valid URL', at, 'url_invalid')
  }
  return text
}
