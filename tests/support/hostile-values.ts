import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { encodeCursor } from '#app/kernel/paging.ts'

/** In every hostile text, so that it can be found in a statement that it got into. */
export const mark = 'zq9x'

/** One of each kind, for what is tried everywhere. */
export const hostileKinds = [
  `${mark}'; DROP TABLE product; --`,
  `${mark}\0`,
  `${mark}\u202e\uffff\ud83d\ude00`,
  mark.repeat(2_000),
  '-1',
  '99999999999999999999',
  '2026-02-30',
  '0000-01-01',
  '0000-01-01T00:00',
]
export const hostile = [
  ...hostileKinds,
  `${mark}' OR '1'='1`,
  `${mark}") UNION SELECT phone FROM shopper --`,
  `score, (SELECT pg_sleep(9)) ${mark}`,
  `\\'${mark}`,
  `'${mark}':* & !'x' | (`,
  `{"${mark}": {"$gt": ""}}`,
  `$.${mark}[*] ? (@.x == "1")`,
  '1e9',
  '__proto__',
  'constructor',
  '../../etc/passwd',
]

const uuid = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const instants = ['-000001', '0000', '+010000'].map((year) => `${year}-01-01T00:00:00.000Z`)
/** Cursors that were not made by the shop, though they look like it. */
export const hostileCursors = [
  ...instants.flatMap((instant) => [1, '1', uuid].map((id) => [instant, id])),
  ...[-1e300, '9'.repeat(30)].flatMap((id) =>
    ['2026-11-24T00:00:00.000Z', '2026-11', '1', 1].map((sorted) => [sorted, id]),
  ),
  ['2026-02-30', uuid],
  ['0000-01-01', uuid],
  ['9999-99-99T99:99:99.999+00', 1],
  ['1', `${mark}'--`],
  [`${mark}'--`],
  [`${mark}'--`, 1],
  ['2026-11-24T00:00:00.000Z', `${mark}'--`],
  ['1', 'f'.repeat(36)],
  ['infinity', uuid],
  [-1, 1.5, 1e300, 2 ** 40],
  [1e308, -0],
  [-1e300],
  ['9'.repeat(30)],
].map((cursor) => encodeCursor(cursor))

/** What the lists of the shop read, by a schema. */
export const shopParameters = [
  ...['after', 'category', 'certificate', 'division', 'enterprise', 'limit', 'max', 'min', 'q', 'season'],
  ...['sort', 'stock', 'storage', 'subcategory'],
]

const reads = [
  /(?:query|[sS]earch|[sS]earchParams)\.(?:get|getAll|has)\('(\w+)'/g,
  /query(?:Text|Day)\(\w+, '(\w+)'/g,
]

/** Every name that a page asks its address for, found in the sources: a new one is tried without being told of. */
export async function listParameters(): Promise<Array<string>> {
  const found = new Set([...shopParameters, '_routes', 'index'])
  for await (const file of glob('app/**/*.{ts,tsx}')) {
    const source = readFileSync(file, 'utf8')
    for (const read of reads) for (const [, name = ''] of source.matchAll(read)) found.add(name)
  }
  return [...found].sort()
}
