import { expect, test } from 'vitest'
import { isWithin } from '#app/domain/staff/ui/staff-menu.tsx'
import { useDatabase } from '#tests/support/database.ts'
import { columns, expectedCode, forms, gates, type Who } from '#tests/support/gates.ts'
import { openPages } from '#tests/support/pages.ts'
import { type Known, type Leaf, listRoutes, sampleOf } from '#tests/support/routes.ts'
import { openTenants } from '#tests/support/tenants.ts'

const { services, ask } = openPages(await useDatabase({ seeded: true, checksBooks: false }))
const { own, other, cookieOf } = await openTenants(services)
const routes = await listRoutes()

/** What somebody is answered: 302 to sign in, 403, 404; anything else is `in`. Null where there is nothing to ask. */
async function visit(leaf: Leaf, who: Who, method: 'GET' | 'POST', things: Known): Promise<string | null> {
  const body = method === 'POST' ? { body: formOf(leaf, things) } : {}
  const cookie = await cookieOf(who)
  const at = leaf.pattern.startsWith('/enterprise/') ? { enterprise: own.slug } : {}
  const url = `http://localhost:3000${sampleOf(leaf, { ...things, ...at })}`
  const response = await ask(leaf, new Request(url, { method, headers: { cookie }, ...body }))
  if (!response) return null
  const { status } = response
  if (status >= 500) return String(status)
  const isSentAway =
    status === 302 && /\/(?:sign-in|second-step)\b/.test(response.headers.get('location') ?? '')
  return isSentAway || status === 403 || status === 404 ? String(status) : 'in'
}

function formOf({ pattern }: Leaf, { product }: Known): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(forms[pattern] ?? {}))
    form.set(name, value.replace('{product}', product))
  return form
}

/** Names something of another enterprise, or another shopper, beneath one's own address. */
function namesThings({ pattern }: Leaf): boolean {
  return pattern.replace('/enterprise/:enterprise', '').includes(':')
}

const rows: Array<{ row: string; cells: Array<string> }> = []

async function compare(leaf: Leaf, method: 'GET' | 'POST', isForeign: boolean): Promise<Array<string>> {
  const row = `${method} ${leaf.pattern}${isForeign ? ' of another' : ''}`
  const cells: Array<string> = []
  const differences: Array<string> = []
  for (const who of columns) {
    const code = await visit(leaf, who, method, isForeign ? other.things : own.things)
    if (code === null) return []
    const expected = expectedCode(leaf.pattern, method, who, isForeign)
    cells.push(code)
    if (code !== expected) differences.push(`${row}, ${who}: ${code} instead of ${expected}`)
  }
  rows.push({ row, cells })
  return differences
}

test('every route has its line in tests/support/gates.ts, and every line its route', () => {
  expect(Object.keys(gates).sort()).toEqual(routes.map(({ pattern }) => pattern).sort())
})

const desks = [
  { home: '/organizer', file: 'routes/organizer/layout.tsx' },
  { home: '/enterprise/:enterprise', file: 'routes/enterprise/layout.tsx' },
]

/** Where the menu of somebody's desk leads to; nowhere for whoever has no such desk. */
async function readMenu(who: Who, home: string, file: string): Promise<Array<string>> {
  const at = home.replace(':enterprise', own.slug)
  const headers = { cookie: await cookieOf(who) }
  const layout = { pattern: home, file, isPage: false, hasLanguages: true }
  const response = await ask(layout, new Request(`http://localhost:3000${at}`, { headers }))
  if (response?.status !== 200) return []
  const { menu }: { menu: Array<{ path: string }> } = await response.json()
  return menu.map(({ path }) => (path.startsWith(at) ? path : at + path))
}

// Before forms are sent, one of which suspends the enterprise.
test('the menu of a desk says once where one is, on every page that somebody may open', async () => {
  const lost: Array<string> = []
  let seen = 0
  for (const { home, file } of desks)
    for (const who of columns) {
      const menu = await readMenu(who, home, file)
      const at = home.replace(':enterprise', own.slug)
      for (const leaf of routes.filter(({ isPage, pattern }) => isPage && isWithin(pattern, home, ''))) {
        if (expectedCode(leaf.pattern, 'GET', who, false) !== 'in') continue
        const { pathname } = new URL(
          sampleOf(leaf, { ...own.things, enterprise: own.slug }),
          'http://localhost',
        )
        const current = menu.filter((entry) => isWithin(pathname, entry, at))
        if (current.length !== 1) lost.push(`${leaf.pattern}, ${who}: ${current.join(' ') || 'nowhere'}`)
        seen += 1
      }
    }
  expect(seen).toBeGreaterThan(150)
  expect(lost).toEqual([])
})

test('every route answers every role as it must: another’s is 404, a missing capability 403 (T43)', async () => {
  const differences: Array<string> = []
  for (const leaf of routes)
    for (const method of ['GET', 'POST'] as const)
      for (const isForeign of namesThings(leaf) ? [false, true] : [false])
        differences.push(...(await compare(leaf, method, isForeign)))
  console.log(table())
  expect(rows.length).toBeGreaterThan(150)
  expect(differences).toEqual([])
}, 120_000)

function table(): string {
  const width = Math.max(...rows.map(({ row }) => row.length)) + 2
  const line = (first: string, cells: ReadonlyArray<string>) =>
    first.padEnd(width) + cells.map((cell, index) => cell.padEnd((columns[index] ?? '').length + 1)).join(' ')
  return [line('', columns), ...rows.map(({ row, cells }) => line(row, cells))].join('\n')
}
