import { expect, test } from 'vitest'
import type { Services } from '#app/platform/services.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { editSql } from '#tests/support/edit-sql.ts'
import { createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createMember, createOrganizer, createStaff } from '#tests/support/staff.ts'
import { repeats } from '#tests/support/workers.ts'
import { disableStaff } from './change-people.server.ts'
import { changeMemberRole, removeMember } from './change-team.server.ts'
import type { EnterpriseScope } from './scope.ts'

const guarded = await useDatabase()
const unguarded = await useDatabase()
const locks = [
  [`AND m.role = 'owner' ORDER BY m.id FOR NO KEY UPDATE OF m`, `AND m.role = 'owner' ORDER BY m.id`],
  ['ORDER BY s.id FOR NO KEY UPDATE OF s', 'ORDER BY s.id'],
] as const
const unmet = editSql(unguarded.pool, locks)
const clock = movableClock()
type Shop = Pick<Services, 'db' | 'pool'>

async function createOwners(db: Services['db'], count: number): Promise<Array<EnterpriseScope>> {
  const { enterpriseId } = await createVariant(db)
  const owners = []
  for (let n = 0; n < count; n += 1) owners.push(await createMember(db, enterpriseId, 'owner'))
  return owners
}

/** Every owner leaves at the same instant, half by the door and half by a lesser role; how many are left? */
async function leaveAtOnce({ db, pool }: Shop): Promise<number> {
  const owners = await createOwners(db, 6)
  await Promise.all(
    owners.map((owner, index) => {
      const self = { membershipId: owner.membershipId, role: owner.role }
      return index % 2 === 0
        ? removeMember({ pool, clock }, owner, self)
        : changeMemberRole({ pool, clock }, owner, self, 'editor')
    }),
  )
  return await db.membership.count({ where: { enterpriseId: owners[0]!.enterpriseId, role: 'owner' } })
}

/** Each city organizer disables the next one at the same instant. */
async function disableEachOther({ db, pool }: Shop): Promise<number> {
  await db.staff.updateMany({ data: { status: 'disabled' } })
  const all = [await createOrganizer(db), await createOrganizer(db), await createOrganizer(db)]
  await Promise.all(
    all.map((one, index) => {
      const { staffId } = all[(index + 1) % all.length]!.staff
      return disableStaff({ pool, clock }, one, { staffId, reason: '互相停用' })
    }),
  )
  return await db.staff.count({ where: { status: 'active' } })
}

test('the last owner can neither leave nor take a lesser role (T47)', async () => {
  const [owner] = await createOwners(guarded.db, 1)
  const self = { membershipId: owner!.membershipId, role: owner!.role }
  const services = { pool: guarded.pool, clock }
  expect(await removeMember(services, owner!, self)).toMatchObject({ code: 'last-owner' })
  expect(await changeMemberRole(services, owner!, self, 'editor')).toMatchObject({ code: 'last-owner' })
})

test('an owner whose account is disabled is none that could be left behind', async () => {
  const [owner, other] = await createOwners(guarded.db, 2)
  await guarded.db.staff.update({ where: { id: other!.staff.staffId }, data: { status: 'disabled' } })
  const self = { membershipId: owner!.membershipId, role: owner!.role }
  expect(await removeMember({ pool: guarded.pool, clock }, owner!, self)).toMatchObject({
    code: 'last-owner',
  })
})

test('when all owners leave at once, one stays (T47)', { repeats }, async () => {
  expect(await leaveAtOnce(guarded)).toBe(1)
})

test('when all city organizers disable each other, one is left', { repeats }, async () => {
  expect(await disableEachOther(guarded)).toBe(1)
})

test('negative control: without the locks all of them go', async () => {
  const left: Array<number> = []
  for (let run = 0; run < 10 && !left.includes(0); run += 1) left.push(await leaveAtOnce(unguarded))
  expect(left).toContain(0)
  const active: Array<number> = []
  for (let run = 0; run < 10 && !active.includes(0); run += 1) active.push(await disableEachOther(unguarded))
  expect(active).toContain(0)
  expect([...unmet]).toEqual([])
})

test('a member of another enterprise, and a role that was changed meanwhile, are not touched', async () => {
  const [owner, second] = await createOwners(guarded.db, 2)
  const [stranger] = await createOwners(guarded.db, 2)
  const services = { pool: guarded.pool, clock }
  const theirs = { membershipId: stranger!.membershipId, role: stranger!.role }
  expect(await removeMember(services, owner!, theirs)).toMatchObject({ code: 'changed-meanwhile' })
  const seen = { membershipId: second!.membershipId, role: 'editor' } as const
  expect(await removeMember(services, owner!, seen)).toMatchObject({ code: 'changed-meanwhile' })
  expect(await changeMemberRole(services, owner!, seen, 'shipper')).toMatchObject({
    code: 'changed-meanwhile',
  })
})

test('a changed role and a removed member leave who, before and after in the log (T106)', async () => {
  const [owner] = await createOwners(guarded.db, 1)
  const editor = await createMember(guarded.db, owner!.enterpriseId, 'editor')
  const services = { pool: guarded.pool, clock }
  const member = { membershipId: editor.membershipId, role: 'editor' } as const
  await changeMemberRole(services, owner!, member, 'shipper')
  await removeMember(services, owner!, { ...member, role: 'shipper' })
  const entries = await guarded.db.auditEntry.findMany({
    where: { subjectId: editor.membershipId },
    orderBy: { id: 'asc' },
  })
  expect(entries).toMatchObject([
    {
      action: 'change-role',
      staffId: owner!.staff.staffId,
      before: { role: 'editor' },
      after: { role: 'shipper' },
    },
    { action: 'remove-member', enterpriseId: owner!.enterpriseId, before: { role: 'shipper' } },
  ])
})

test('nobody disables the own account', async () => {
  const city = await createOrganizer(guarded.db)
  await createStaff(guarded.db, 'city-organizer')
  const refused = await disableStaff({ pool: guarded.pool, clock }, city, {
    staffId: city.staff.staffId,
    reason: '自己',
  })
  expect(refused).toMatchObject({ code: 'own-account' })
})
