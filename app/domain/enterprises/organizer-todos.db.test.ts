import { expect, test } from 'vitest'
import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import type { OrganizerRole } from '#app/domain/staff/roles.ts'
import { after, day } from '#app/kernel/clock.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createDivision, createOrderGroup } from '#tests/support/goods.ts'
import { listingServices } from '#tests/support/listings.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { listEnterprises } from './enterprise-list.server.ts'
import { findOrganizerTodos } from './organizer-todos.server.ts'

const { db, pool } = await useDatabase()
const services = await listingServices({ db, pool })

test('each organizer is shown what waits for them, and a reviewer that of the own division alone', async () => {
  const { orders } = await createOrderGroup(db, { orderStatus: 'completed' })
  const { enterpriseId, lines } = orders[0]!
  const { id: orderLineId, productId } = lines[0]!
  const { divisionCode } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  const at = services.clock.now()
  const request = {
    ...{ enterpriseId, orderLineId, kind: 'refund-only', reason: 'damaged', body: '', quantity: 1 },
    ...{ createdAt: at, deadlineAt: at, escalatedAt: at },
  }
  // What nobody answered, an objection, and what the organizers decided already.
  const stands = [{}, { status: 'refused' }, { status: 'refused', closedAt: at }]
  await db.afterSale.createMany({ data: stands.map((stand) => ({ ...request, ...stand })) })
  await db.review.create({
    data: { productId, authorName: '赵', rating: 5, body: '好', status: 'pending', createdAt: at },
  })
  const submitted = { status: 'submitted', submittedAt: at, createdAt: at, updatedAt: at }
  await db.listing.create({ data: { enterpriseId, title: '小米', draft: {}, ...submitted } })
  await raiseAlarm(sqlOn(pool), at, { kind: 'orphan-event', reference: 'evt_1' })
  const own = await createOrganizer(db, 'city-organizer')
  await db.contract.create({
    data: {
      ...{
        number: 'HT-1',
        kind: 'purchase',
        title: '采购',
        buyer: '食堂',
        enterpriseId,
        divisionCode,
        amountFen: 100,
        scanName: 'a.pdf',
        scanKey: 'key',
        scanSha256: 'hash',
      },
      ...{ signedOn: at, recordedBy: own.staff.staffId, recordedAt: at },
    },
  })
  const todosOf = async (role: OrganizerRole, divisionCode?: string) => {
    const todos = await findOrganizerTodos(services, await createOrganizer(db, role, divisionCode))
    return todos.map(({ kind, count }) => `${kind} ${count}`)
  }
  expect(await todosOf('city-organizer')).toEqual([
    'alarms 1',
    'escalated 2',
    'contracts 1',
    'listings 1',
    'reviews 1',
  ])
  // Nobody is called to verify what they recorded themselves.
  expect((await findOrganizerTodos(services, own)).map(({ kind }) => kind)).not.toContain('contracts')
  expect(await todosOf('finance')).toEqual(['alarms 1', 'contracts 1'])
  expect(await todosOf('division-reviewer', divisionCode)).toEqual(['listings 1'])
  await createDivision(db, '150429', 'ningcheng')
  expect(await todosOf('division-reviewer', '150429')).toEqual([])
  expect(await todosOf('viewer')).toEqual([])
})

test('late orders are a to-do of the city and of the own division, and lead to the enterprises that have them', async () => {
  const { orders } = await createOrderGroup(db, { orderStatus: 'to-ship' })
  const { id, enterpriseId } = orders[0]!
  const { slug, divisionCode } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  const paidAt = services.clock.now()
  await db.order.update({ where: { id }, data: { paidAt } })
  const [city, reviewer] = [
    await createOrganizer(db, 'city-organizer'),
    await createOrganizer(db, 'division-reviewer', divisionCode),
  ]
  const standing = async (scope: typeof city) => {
    const todo = (await findOrganizerTodos(services, scope)).find(({ kind }) => kind === 'late')
    const filter = { text: '', division: '', isSuspended: false, documents: '', isLate: true } as const
    const { items } = await listEnterprises(services, scope, { ...filter, after: null })
    expect(todo?.count ?? 0).toBe(items.length)
    return items.map((item) => [item.slug, item.lateOrders, item.lateSince])
  }
  expect(await standing(city)).toEqual([])
  services.clock.pass(3 * day)
  const late = [[slug, 1, after(paidAt, 2 * day)]]
  expect([await standing(city), await standing(reviewer)]).toEqual([late, late])
  await db.order.update({ where: { id }, data: { status: 'shipped' } })
  expect(await standing(city)).toEqual([])
})
