import { expect, test } from 'vitest'
import { unzip } from '#app/platform/sheets/unzip.server.ts'
import { useDatabase, withOwner } from '#tests/support/database.ts'
import type { Who } from '#tests/support/gates.ts'
import { openPages } from '#tests/support/pages.ts'
import { type Known, type Leaf, listRoutes, sampleOf } from '#tests/support/routes.ts'
import { openTenants } from '#tests/support/tenants.ts'

const database = await useDatabase({ seeded: true, checksBooks: false })
const { services, ask } = openPages(database)
const { own, other, cookieOf } = await openTenants(services)
const routes = await listRoutes()
const { period: closedPeriod } = await services.db.statement.findFirstOrThrow({
  where: { enterpriseId: other.id, lines: { some: {} } },
})

/** One word in each place where staff write, or read about a buyer; who of the other enterprise finds it. */
const places = {
  listing: `UPDATE listing SET title = $2, draft = jsonb_set(draft, '{title}', to_jsonb($2::text))
    WHERE enterprise_id = $1 AND draft IS NOT NULL`,
  articleNumber: `UPDATE variant SET article_number = $2 || '-' || id
    WHERE enterprise_id = $1 AND id > (SELECT min(id) FROM variant WHERE enterprise_id = $1)`,
  variant: `UPDATE variant v SET label = $2 FROM product p WHERE p.id = v.product_id AND p.enterprise_id = $1`,
  buyer: `UPDATE order_group SET recipient = $2 WHERE id IN (SELECT group_id FROM shop_order WHERE enterprise_id = $1)
    AND (SELECT count(*) FROM shop_order o WHERE o.group_id = order_group.id) = 1`,
  line: `UPDATE order_line l SET title = $2 FROM shop_order o WHERE o.id = l.order_id AND o.enterprise_id = $1`,
  afterSale: 'UPDATE after_sale SET body = $2 WHERE enterprise_id = $1',
  review: `UPDATE review r SET body = $2 FROM product p WHERE p.id = r.product_id AND p.enterprise_id = $1`,
  stockNote: `UPDATE stock_movement m SET note = $2 FROM variant v JOIN product p ON p.id = v.product_id
    WHERE v.id = m.variant_id AND p.enterprise_id = $1`,
  document: 'UPDATE enterprise_document SET number = $2 WHERE enterprise_id = $1',
  importFile: 'UPDATE import_job SET file_name = $2 WHERE enterprise_id = $1',
  importRow: `UPDATE import_row r SET problems = jsonb_set(to_jsonb(problems), '{0,value}', to_jsonb($2::text))
    FROM import_job j WHERE j.id = r.job_id AND j.enterprise_id = $1`,
  statement:
    'UPDATE statement SET paid_reference = $2, paid_at = now(), paid_by = closed_by WHERE enterprise_id = $1',
  statementLine: `UPDATE statement_line l SET order_number = $2 FROM statement s
    WHERE s.id = l.statement_id AND s.enterprise_id = $1`,
  team: 'UPDATE staff s SET name = $2 FROM membership m WHERE m.staff_id = s.id AND m.enterprise_id = $1',
  invitation: 'UPDATE invitation SET name = $2 WHERE enterprise_id = $1',
} as const
type Place = keyof typeof places
const wordOf = (place: Place) => `canary-${place}-7c1f`

await withOwner(database.ownerUrl, async (owner) => {
  for (const [place, update] of Object.entries(places)) {
    const { rowCount } = await owner.query(update, [other.id, wordOf(place as Place)])
    expect(rowCount, place).toBeGreaterThan(0)
  }
})

/** Every way to ask: as the page is, and as each kind of file that it makes. */
const files: Readonly<Record<string, ReadonlyArray<string>>> = {
  '/enterprise/:enterprise/import/files/:file': ['products.xlsx', 'products.csv'],
}

async function read(leaf: Leaf, who: Who, target: string): Promise<string> {
  const request = new Request(`http://localhost:3000${target}`, { headers: { cookie: await cookieOf(who) } })
  const response = await ask(leaf, request)
  return response ? await unpacked(new Uint8Array(await response.arrayBuffer())) : ''
}

/** As text, and every file of an archive: a workbook is one. */
async function unpacked(bytes: Uint8Array): Promise<string> {
  const texts = [Buffer.from(bytes).toString()]
  await unzip(bytes, { files: 100, bytes: 100_000_000 }, (_name, content) => {
    texts.push(content.toString())
  })
  return texts.join('\n')
}

/** Each page with one's own things, with the other's beneath one's own address, and at the other's address. */
function targetsOf(leaf: Leaf): Array<string> {
  const mixed: Known = { ...other.things, enterprise: own.slug }
  const targets = [own.things, mixed, other.things, { ...other.things, period: closedPeriod }].map((things) =>
    sampleOf(leaf, things),
  )
  const named = (files[leaf.pattern] ?? []).flatMap((name) =>
    targets.map((target) => target.replace('template.xlsx', name)),
  )
  return [...new Set([...targets, ...named])]
}

const isDesk = ({ pattern }: Leaf) => /^\/(?:staff|enterprise|organizer)(?:\/|$)/.test(pattern)
const isByLink = ({ pattern }: Leaf) => /:token/.test(pattern)

async function findCanaries(who: Who): Promise<Array<string>> {
  const found = new Set<string>()
  for (const leaf of routes) {
    if (!isDesk(leaf) || isByLink(leaf)) continue
    for (const target of targetsOf(leaf)) {
      const text = await read(leaf, who, target)
      for (const place of Object.keys(places) as Array<Place>)
        if (text.includes(wordOf(place))) found.add(`${place} at ${target}`)
    }
  }
  return [...found]
}

test.each<Who>(['anonymous', 'shopper', 'owner', 'editor', 'shipper', 'reviewer', 'hand'])(
  'no page, list, file or picture of the staff shows the %s anything of another enterprise (T44)',
  async (who) => {
    expect(await findCanaries(who)).toEqual([])
  },
  60_000,
)

test('every one of those words is read by the other owner: nothing is hidden that was never there', async () => {
  const found = await findCanaries('other owner')
  const seen = new Set(found.map((where) => where.split(' at ')[0]))
  expect(Object.keys(places).filter((place) => !seen.has(place))).toEqual([])
}, 60_000)
