import type { InvoiceRequest } from '#app/domain/orders/invoice.ts'
import { day } from '#app/kernel/clock.ts'
import { randomFor } from '../random.ts'
import { syntheticCreditCode } from './codes.ts'
import type { GroupPlan } from './orders.ts'

const companies = ['海淀示例食堂', '朝阳示例餐饮', '东城示例商贸', '丰台示例超市']

/** Wanted with some of the orders of the last three weeks, and not issued yet. */
export function planInvoice({ id, paidAt, recipient }: GroupPlan, now: Date): InvoiceRequest | null {
  const random = randomFor(`invoice:${id}`)
  if (!paidAt || paidAt.getTime() < now.getTime() - 21 * day || !random.chance(0.12)) return null
  if (random.chance(0.5)) return { kind: 'personal', title: recipient, email: null }
  const title = `北京${random.pick(companies)}有限公司`
  return {
    kind: 'company',
    title,
    creditCode: syntheticCreditCode(title, 'company', '110108'),
    email: 'fapiao@example.com',
  }
}
