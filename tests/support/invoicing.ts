import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect } from 'vitest'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { checkOut, fillCart, shopServices } from './checkout.ts'
import type { TestDatabase } from './database.ts'
import { formOf } from './forms.ts'
import { createVariant } from './goods.ts'
import { samplePaper } from './papers.ts'
import { createMember } from './staff.ts'

/** What a buyer asks for. */
export const invoiceRequest = {
  kind: 'company',
  title: '北京某食堂',
  creditCode: '91110108MA01ABCD0X',
  email: null,
} as const

export type Seller = { sku: string; enterpriseId: number; owner: EnterpriseScope }

/** A shop with a place for papers, its sellers, and buyers who want invoices. */
export async function openInvoicing(database: TestDatabase) {
  const { db } = database
  const dataDir = await mkdtemp(path.join(tmpdir(), 'invoices-'))
  afterAll(() => rm(dataDir, { recursive: true, force: true }))
  const made = shopServices(database)
  const shop = { ...made, env: { ...made.env, DATA_DIR: dataDir } }

  async function open(): Promise<Seller> {
    const goods = await createVariant(db, { free: 1_000 })
    return {
      sku: goods.sku,
      enterpriseId: goods.enterpriseId,
      owner: await createMember(db, goods.enterpriseId),
    }
  }

  /** One of each seller's, with an invoice, paid; the invoices in the order of the sellers. */
  async function buy(sellers: ReadonlyArray<Seller>, invoice: typeof invoiceRequest | null = invoiceRequest) {
    const scope = await fillCart(
      shop,
      sellers.map(({ sku }) => ({ sku, quantity: 1 })),
    )
    const placed = await placeOrder(shop, scope, { ...(await checkOut(shop, scope)), invoice })
    if (!placed.ok) throw new Error(placed.code)
    const { groupId, token } = placed.value
    expect(await db.invoice.count({ where: { order: { groupId } } })).toBe(0)
    await openPayment(shop, groupId)
    shop.payments.pay(groupId)
    await Promise.all([settleGroup(shop, groupId), settleGroup(shop, groupId)])
    const rows = await db.invoice.findMany({ where: { order: { groupId } }, include: { order: true } })
    const invoices = sellers.map(({ enterpriseId }) => rows.find((row) => row.enterpriseId === enterpriseId)!)
    return { groupId, token, invoices }
  }

  return { shop, dataDir, open, buy }
}

let numbers = 0
export function nextNumber(): string {
  numbers += 1
  return `2411200000${String(numbers).padStart(10, '0')}`
}

/** Of an order of one seller here. */
export const orderFen = 2_800

export function issueForm(
  id: string,
  number = nextNumber(),
  paper: Uint8Array = samplePaper(id),
  amountFen = orderFen,
): FormData {
  return formOf({
    id,
    intent: 'issue',
    number,
    amountFen,
    paper: new File([new Uint8Array(paper)], 'invoice.pdf'),
  })
}
