import type { Params } from './form.ts'

/** One API request as it came, so that tests can hold the outbound payload (T95). */
export type LoggedRequest = {
  id: string
  at: string
  method: string
  path: string
  operation: string | null
  params: Params
  rawBody: string
  headers: Record<string, string>
  /** Null while it is under way, and for one that was never answered. */
  status: number | null
  replayed: boolean
  fault: string | null
}

const kept = 5_000

export type RequestLog = {
  add: (entry: LoggedRequest) => void
  list: () => ReadonlyArray<LoggedRequest>
  clear: () => void
}

export function createRequestLog(): RequestLog {
  let entries: Array<LoggedRequest> = []
  return {
    add: (entry) => {
      entries.push(entry)
      if (entries.length > 2 * kept) entries = entries.slice(-kept)
    },
    list: () => entries,
    clear: () => {
      entries = []
    },
  }
}
