import { expect, test } from 'vitest'
import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createDivision, createVariant } from '#tests/support/goods.ts'
import { movableClock } from '#tests/support/people.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { listCurrentFairs } from './current-fairs.server.ts'

const { db, pool } = await useDatabase()

test('organizers find the fairs that are on and come next, else the last one, with the figures that are theirs', async () => {
  const clock = movableClock(new Date('2026-11-24T04:00:00Z'))
  const city = await createOrganizer(db)
  const list = async (scope = city) => {
    const fairs = await listCurrentFairs({ pool, clock }, scope)
    return fairs.map(({ slug, state, figures }) => `${slug} ${state} ${figures.totalFen}`)
  }
  expect(await list()).toEqual([])

  const { id: exhibitionId } = await createFair(db, { slug: 'now' })
  const past = await createFair(db, { slug: 'past' })
  await db.exhibition.update({
    where: { id: past.id },
    data: { startsAt: new Date('2026-05-01T00:00:00Z'), endsAt: new Date('2026-05-03T00:00:00Z') },
  })
  const coming = await createFair(db, { slug: 'coming', isPublished: false })
  await db.exhibition.update({
    where: { id: coming.id },
    data: { startsAt: new Date('2026-12-01T00:00:00Z'), endsAt: new Date('2026-12-03T00:00:00Z') },
  })
  const goods = await createVariant(db)
  const entry = boothEntry({ exhibitionId, enterpriseId: goods.enterpriseId, variantId: goods.id })
  await withTransaction(pool, (tx) => appendEntries(tx, clock.now(), [entry]))

  expect(await list()).toEqual(['now running 2000', 'coming coming 0'])
  const { divisionCode } = await db.enterprise.findUniqueOrThrow({ where: { id: goods.enterpriseId } })
  await createDivision(db, '150429', 'ningcheng')
  const [own, other] = await Promise.all(
    [divisionCode, '150429'].map((code) => createOrganizer(db, 'division-reviewer', code)),
  )
  expect(await list(own)).toEqual(['now running 2000', 'coming coming 0'])
  expect(await list(other)).toEqual(['now running 0', 'coming coming 0'])

  clock.pass(60 * 86_400_000)
  expect(await list()).toEqual(['coming past 0'])
})
