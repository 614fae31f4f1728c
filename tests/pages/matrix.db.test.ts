import { expect, test } from 'vitest'
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
