/** An expected outcome as a value: success, or a failure with a kebab-case code that the page can word. */
export type Result<T, F extends Failure = Failure> = Success<T> | F
export type Success<T> = { ok: true; value: T }
export type Failure<Code extends string = string, Detail = unknown> = {
  ok: false
  code: Code
  detail?: Detail
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value }
}

export function failure<const Code extends string>(code: Code): { ok: false; code: Code }
export function failure<const Code extends string, Detail>(
  code: Code,
  detail: Detail,
): { ok: false; code: Code; detail: Detail }
export function failure(code: string, detail?: unknown) {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail }
}
