import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Collections } from './records.ts'

type Name = keyof Collections

const names: ReadonlyArray<Name> = [
  'sessions',
  'paymentIntents',
  'paymentMethods',
  'charges',
  'refunds',
  'balanceTransactions',
  'events',
  'webhookEndpoints',
  'deliveries',
  'tasks',
  'answers',
  'settings',
]

type Line = { in: Name; id: string; is: unknown }

/**
 * Everything the sandbox knows: maps in memory, and one journal line per change on disk, written before
 * the change is answered, so that `kill -9` loses nothing. The journal is compacted when it is opened.
 */
export type Store = {
  get: <N extends Name>(name: N, id: string) => Collections[N] | undefined
  /** Oldest first. */
  all: <N extends Name>(name: N) => Array<Collections[N]>
  entries: <N extends Name>(name: N) => Array<[string, Collections[N]]>
  put: <N extends Name>(name: N, id: string, value: Collections[N]) => void
  remove: (name: Name, id: string) => void
  clear: () => void
  close: () => void
}

type Maps = Map<Name, Map<string, unknown>>

export function openStore(file: string | null): Store {
  const maps: Maps = new Map(names.map((name) => [name, new Map()]))
  if (file !== null) load(maps, file)
  let journal = file === null ? null : openJournal(maps, file)

  function mapOf(name: Name): Map<string, unknown> {
    const map = maps.get(name)
    if (map === undefined) throw new Error(`no collection ${name}`)
    return map
  }
  function record(line: Line): void {
    if (journal !== null) writeSync(journal, `${JSON.stringify(line)}\n`)
  }

  return {
    get: <N extends Name>(name: N, id: string) => mapOf(name).get(id) as Collections[N] | undefined,
    all: <N extends Name>(name: N) => [...mapOf(name).values()] as Array<Collections[N]>,
    entries: <N extends Name>(name: N) => [...mapOf(name).entries()] as Array<[string, Collections[N]]>,
    put: (name, id, value) => {
      mapOf(name).set(id, value)
      record({ in: name, id, is: value })
    },
    remove: (name, id) => {
      if (mapOf(name).delete(id)) record({ in: name, id, is: null })
    },
    clear: () => {
      for (const map of maps.values()) map.clear()
      if (journal === null || file === null) return
      closeSync(journal)
      journal = openJournal(maps, file)
    },
    close: () => {
      if (journal !== null) closeSync(journal)
      journal = null
    },
  }
}

function load(maps: Maps, file: string): void {
  if (!existsSync(file)) return
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const line = parseLine(text)
    if (line === null) continue
    if (line.is === null) maps.get(line.in)?.delete(line.id)
    else maps.get(line.in)?.set(line.id, line.is)
  }
}

/** A torn last line (the process died while it wrote) is a change that nobody was told of. */
function parseLine(text: string): Line | null {
  if (text === '') return null
  try {
    return JSON.parse(text) as Line
  } catch {
    return null
  }
}

function openJournal(maps: Maps, file: string): number {
  mkdirSync(dirname(file), { recursive: true })
  const lines: Array<string> = []
  for (const [name, map] of maps) {
    for (const [id, is] of map) lines.push(`${JSON.stringify({ in: name, id, is } satisfies Line)}\n`)
  }
  writeFileSync(`${file}.new`, lines.join(''))
  renameSync(`${file}.new`, file)
  return openSync(file, 'a')
}
