import { expect, test } from 'vitest'
import { breakdowns } from '#app/domain/reports/breakdown.ts'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openPages } from '#tests/support/pages.ts'
import { listRoutes } from '#tests/support/routes.ts'
import { createStaff } from '#tests/support/staff.ts'

const database = await useDatabase({ seeded: true })
const { db } = database
const { ask, services } = openPages(database)
const routes = await listRoutes()
const division = '150430'
const fair = '/organizer/exhibitions/beijing-2023-demo'
const strangers = await db.enterprise.findMany({
  where: { divisionCode: { not: division } },
  select: { name: true, slug: true, divisionCode: true },
})
const [stranger] = strangers
if (!stranger) throw new Error('nobody else')

async function readAs(role: 'division-reviewer' | 'viewer', target: string): Promise<string> {
  const staff = await createStaff(db, role, role === 'viewer' ? {} : { divisionCode: division })
  const session = { staffId: staff.staffId, isVerified: true, device: 'test' }
  const cookie = `staff=${await openStaffSession(db, services.clock, session)}`
  const { pathname } = new URL(target, 'http://localhost:3000')
  const pattern = pathname.replace('beijing-2023-demo', ':exhibition').replace(/breakdown\.csv$/, ':file')
  const leaf = routes.find((each) => each.pattern === pattern)
  if (!leaf) throw new Error(`no route ${pattern}`)
  const request = new Request(`http://localhost:3000${target}`, { headers: { cookie } })
  const answer = await ask(leaf, request)
  expect(answer?.status, `${role} ${target}`).toBe(200)
  return (await answer?.text()) ?? ''
}

test('who works for a division reads nothing of another’s enterprise on any page of figures', async () => {
  const pages = [
    ...breakdowns.filter((by) => by !== 'hour').map((by) => `${fair}/analysis?by=${by}`),
    `${fair}/analysis/breakdown.csv?by=enterprise`,
    `${fair}/entries?division=${stranger.divisionCode}`,
    `${fair}/entries?enterprise=${stranger.slug}`,
  ]
  const seen: Array<string> = []
  for (const page of pages) {
    const namesIn = (body: string) => strangers.filter(({ name }) => body.includes(name)).length
    expect(namesIn(await readAs('division-reviewer', page)), page).toBe(0)
    if (namesIn(await readAs('viewer', page)) > 0) seen.push(page)
  }
  const flows = JSON.parse(await readAs('division-reviewer', `${fair}/flows`)).flows.rows
  expect(new Set(flows.map(({ divisionCode }: { divisionCode: string }) => divisionCode))).toEqual(
    new Set([division]),
  )
  // Of the whole fair the same pages name them: nothing is hidden that was never there.
  expect(seen).toEqual([
    `${fair}/analysis?by=enterprise`,
    `${fair}/analysis/breakdown.csv?by=enterprise`,
    `${fair}/entries?division=${stranger.divisionCode}`,
    `${fair}/entries?enterprise=${stranger.slug}`,
  ])
  const { all } = JSON.parse(await readAs('division-reviewer', fair)).summary
  const { rows } = await database.pool.query<{ sum: number }>(
    `SELECT sum(amount_fen)::float8 AS sum FROM sale_entry e JOIN exhibition x ON x.id = e.exhibition_id
     WHERE x.slug = 'beijing-2023-demo' AND e.division_code = $1`,
    [division],
  )
  expect(all.totalFen).toBe(rows[0]?.sum)
})
