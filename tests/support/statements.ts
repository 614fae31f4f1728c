import { expect } from 'vitest'
import { findStatementDifferences } from '#app/domain/settlements/check-statements.server.ts'
import { closePeriod, findNextPeriod } from '#app/domain/settlements/close-period.server.ts'
import { findStatement } from '#app/domain/settlements/find-statement.server.ts'
import { listLines } from '#app/domain/settlements/list-lines.server.ts'
import { listStatements } from '#app/domain/settlements/list-statements.server.ts'
import type { StatementItem, StatementSums } from '#app/domain/settlements/statement.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { day } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { placePaidGroup, shopServices } from './checkout.ts'
import type { TestDatabase } from './database.ts'
import { createVariant } from './goods.ts'
import { readAll } from './read-all.ts'
import { createMember, createOrganizer } from './staff.ts'

type Reading = Pick<Services, 'pool' | 'clock'>
const columns = ['itemsFen', 'shippingFen', 'refundsFen', 'feeFen', 'netFen'] as const
type Sums = Record<(typeof columns)[number], number>

const nothing: Sums = { itemsFen: 0, shippingFen: 0, refundsFen: 0, feeFen: 0, netFen: 0 }

export function addUp(items: ReadonlyArray<StatementSums>): Sums {
  const sums = { ...nothing }
  for (const item of items) for (const column of columns) sums[column] += item[column]
  return sums
}

/** All months of an enterprise as its owner sees them. */
export function readMonths(services: Reading, owner: EnterpriseScope): Promise<Array<StatementItem>> {
  return readAll((after) => listStatements(services, owner, after))
}

/** A month as its own page has it, with the sums of its lines, page by page. */
export async function readMonth(services: Reading, owner: EnterpriseScope, period: string) {
  const found = await findStatement(services, owner, period)
  if (!found) throw new Error(`no statement of ${period}`)
  const lines = await readAll((after) => listLines(services, found, after, 3))
  return { statement: found.statement, lines }
}

/** What an enterprise's orders say that it must be in its statements together, by none of the ledger. */
async function expectedOf({ db }: Pick<TestDatabase, 'db'>, enterpriseId: number): Promise<Sums> {
  const orders = await db.order.findMany({
    where: { enterpriseId, group: { status: { in: ['paid', 'refunding', 'refunded'] } } },
    include: { lines: true },
  })
  const sums = { ...nothing }
  for (const { itemsFen, shippingFen, refundedFen, totalFen, feeBasisPoints, lines } of orders) {
    const kept = lines.reduce((sum, line) => sum + line.amountFen - line.refundedFen, 0)
    const feeFen = Math.floor((kept * feeBasisPoints) / 10_000 + 0.5)
    sums.itemsFen += itemsFen
    sums.shippingFen += shippingFen
    sums.refundsFen += refundedFen
    sums.feeFen += feeFen
    sums.netFen += totalFen - refundedFen - feeFen
  }
  return sums
}

/** An enterprise with its owner, at a fee by contract, with more stock than the tests sell. */
export async function openSeller({ db }: TestDatabase, feeBasisPoints: number, priceFen = 1_999) {
  const goods = await createVariant(db, { free: 10_000, priceFen })
  const { enterpriseId } = goods
  await db.enterprise.update({ where: { id: enterpriseId }, data: { feeBasisPoints } })
  return { sku: goods.sku, enterpriseId, owner: await createMember(db, enterpriseId) }
}
export type Seller = Awaited<ReturnType<typeof openSeller>>

/** Three enterprises from January 2026 on, with what is bought of them and how their months are closed. */
export async function openMarket(database: TestDatabase) {
  const { db, pool } = database
  const shop = shopServices(database)
  const finance = await createOrganizer(db, 'finance')
  shop.clock.set(new Date('2026-01-10T04:00:00Z'))
  const [first, second] = [await openSeller(database, 0), await openSeller(database, 333)]
  const enterprises = [first, second, await openSeller(database, 1_000, 5)]

  async function buy(...sellers: ReadonlyArray<Seller>): Promise<string> {
    const { groupId } = await placePaidGroup(shop, ...sellers.map(({ sku }) => ({ sku, quantity: 3 })))
    return groupId
  }
  const orderOf = (groupId: string, { enterpriseId }: Seller) =>
    db.order.findFirstOrThrow({ where: { groupId, enterpriseId }, include: { lines: true } })

  /** To the tenth of the month after. */
  function endMonth(period: string): void {
    shop.clock.set(new Date(`${period}-28T00:00:00Z`))
    shop.clock.pass(12 * day)
  }

  /** Returns which month it was. */
  async function closeMonth(): Promise<string> {
    const next = await findNextPeriod(shop)
    if (!next) throw new Error('nothing was sold')
    if (!next.isOver) endMonth(next.period)
    expect(await closePeriod(shop, finance, next.period)).toEqual({ ok: true, value: null })
    return next.period
  }

  /** Of statements, orders and ledger. */
  async function expectAgreement(): Promise<void> {
    for (const { owner, enterpriseId } of enterprises) {
      expect(addUp(await readMonths(shop, owner))).toEqual(await expectedOf(database, enterpriseId))
    }
    expect(await findStatementDifferences(sqlOn(pool))).toEqual([])
  }

  return { shop, finance, first, second, enterprises, buy, orderOf, endMonth, closeMonth, expectAgreement }
}
