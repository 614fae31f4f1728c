import { z } from 'zod'
import type { Clock } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import { parseCreditCode } from './credit-code.ts'
import { lockShopper } from './lock-shopper.server.ts'
import type { SignedInScope } from './scope.ts'

export type InvoiceTitleView = {
  id: string
  kind: 'personal' | 'company'
  name: string
  creditCode: string | null
}

const maxTitles = 20

/** 发票抬头: a company's needs its credit code with the right check character. */
export const invoiceTitleSchema = z
  .object({
    kind: z.enum(['personal', 'company'], 'invoice-kind-required'),
    name: z.string().trim().min(1, 'title-required').max(100, 'too-long'),
    creditCode: z.string().default(''),
  })
  .transform((title, context) => {
    if (title.kind === 'personal') return { kind: title.kind, name: title.name, creditCode: null }
    const creditCode = parseCreditCode(title.creditCode)
    if (!creditCode)
      context.addIssue({ code: 'custom', message: 'invalid-credit-code', path: ['creditCode'] })
    return { kind: title.kind, name: title.name, creditCode }
  })

export type InvoiceTitleInput = z.infer<typeof invoiceTitleSchema>

export async function listInvoiceTitles(
  db: Database | Transaction,
  scope: SignedInScope,
): Promise<Array<InvoiceTitleView>> {
  const rows = await db.invoiceTitle.findMany({
    where: { shopperId: scope.shopperId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, kind: true, name: true, creditCode: true },
  })
  return rows.map((row) => ({ ...row, kind: row.kind === 'company' ? 'company' : 'personal' }))
}

/** The same title twice is one title. Of an account that was closed meanwhile none is kept, and the page asks to sign in. */
export async function addInvoiceTitle(
  { db, clock }: { db: Database; clock: Clock },
  scope: SignedInScope,
  input: InvoiceTitleInput,
): Promise<Result<null, Failure<'too-many-titles'>>> {
  return db.$transaction(async (tx) => {
    if ((await lockShopper(tx, scope)) === undefined) return success(null)
    const known = await listInvoiceTitles(tx, scope)
    if (known.some((title) => title.name === input.name && title.creditCode === input.creditCode))
      return success(null)
    if (known.length >= maxTitles) return failure('too-many-titles')
    await tx.invoiceTitle.create({ data: { ...input, shopperId: scope.shopperId, createdAt: clock.now() } })
    return success(null)
  })
}

export async function removeInvoiceTitle(db: Database, scope: SignedInScope, id: string): Promise<void> {
  if (!isUuid(id)) return
  await db.invoiceTitle.deleteMany({ where: { id, shopperId: scope.shopperId } })
}
