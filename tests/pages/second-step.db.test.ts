import { expect, test } from 'vitest'
import { newTotpSecret } from '#app/domain/staff/second-step.server.ts'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openPages } from '#tests/support/pages.ts'
import { listRoutes } from '#tests/support/routes.ts'
import { createOrganizer } from '#tests/support/staff.ts'

const database = await useDatabase()
const { db } = database
const { ask, services } = openPages(database)
const leaf = (await listRoutes()).find(({ pattern }) => pattern === '/staff/second-step')
if (!leaf) throw new Error('no such page')

test('whoever loads the page of the code again, also after a wrong one, is asked for it again', async () => {
  const { staff } = await createOrganizer(db)
  await db.staff.update({ where: { id: staff.staffId }, data: { totpSecret: newTotpSecret() } })
  const half = { staffId: staff.staffId, isVerified: false, device: 'test' }
  const headers = { cookie: `staff=${await openStaffSession(db, services.clock, half)}` }
  const url = 'http://localhost:3000/staff/second-step?redirectTo=/organizer/plan'
  const load = async () => {
    const page = await ask(leaf, new Request(url, { headers }))
    return [page?.status, (await page?.json())?.redirectTo]
  }
  const asked = [200, '/organizer/plan']
  expect([await load(), await load()]).toEqual([asked, asked])
  const body = new URLSearchParams({ code: 'no code', redirectTo: '/organizer/plan' })
  expect((await ask(leaf, new Request(url, { method: 'POST', headers, body })))?.status).toBe(401)
  expect(await load()).toEqual(asked)
})
