import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Fen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { FulfilmentKind } from './contract.ts'

type Locked = {
  kind: FulfilmentKind
  amountFen: Fen
  on: string
  isCorrected: boolean
  enterpriseId: number | null
}

/**
 * Takes back a delivery or a payment that was mistyped: by its negative, on its own day, once, for nothing is ever
 * edited. Again it changes nothing. What is right is recorded anew.
 */
export async function correctFulfilment(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  id: string,
  { part, reason }: { part: string; reason: string },
): Promise<Result<null, Failure<'changed-meanwhile'>>> {
  const now = clock.now()
  return await withTransaction<Result<null, Failure<'changed-meanwhile'>>>(pool, async (tx) => {
    await tx.$queryRaw`SELECT FROM contract WHERE id = ${id}::uuid FOR UPDATE`
    const wrong = await findPart(tx, id, part)
    if (!wrong) return failure('changed-meanwhile')
    if (wrong.isCorrected) return success(null)
    const { kind, on, enterpriseId } = wrong
    const amountFen = -wrong.amountFen
    await tx.$executeRaw`
      INSERT INTO contract_fulfilment (id, contract_id, kind, amount_fen, "on", note, corrects_id, recorded_by, recorded_at)
      VALUES (${timeOrderedId(now)}::uuid, ${id}::uuid, ${kind}, ${amountFen}, ${on}::date, ${reason}, ${part}::uuid,
        ${scope.staff.staffId}, ${now})`
    await writeAudit(tx, now, scope, {
      action: 'correct-fulfilment',
      subject: ['contract', id],
      after: { kind, amountFen, on },
      reason,
      ...(enterpriseId === null ? {} : { enterpriseId }),
    })
    return success(null)
  })
}

/** Of this contract, and no correction itself. */
async function findPart(tx: Sql, id: string, part: string): Promise<Locked | undefined> {
  const [found] = await tx.$queryRaw<Array<Locked>>`
    SELECT f.kind, f.amount_fen::float8 AS "amountFen", to_char(f."on", 'YYYY-MM-DD') AS "on", c.enterprise_id AS "enterpriseId",
      EXISTS (SELECT FROM contract_fulfilment k WHERE k.corrects_id = f.id) AS "isCorrected"
    FROM contract_fulfilment f JOIN contract c ON c.id = f.contract_id
    WHERE f.id = ${part}::uuid AND f.contract_id = ${id}::uuid AND f.corrects_id IS NULL`
  return found
}
