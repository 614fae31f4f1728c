import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Fen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import type { ContractKind, FulfilmentKind } from './contract.ts'

export type Fulfilment = { key: string; kind: FulfilmentKind; amount: Fen; on: string; note: string }
type Refusal =
  | Failure<'changed-meanwhile' | 'fulfilled-in-future'>
  | (Failure<'too-much'> & { detail: { leftFen: Fen } })
type Locked = { kind: ContractKind; amountFen: Fen; enterpriseId: number | null }

/**
 * What came of a contract: goods delivered, money received, until the money has come. Beside the ledger, which has
 * the contract's whole amount already: what is signed is not sold a second time. A framework names a sum that its
 * orders may pass; everything else ends at its amount.
 */
export async function fulfilContract(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  id: string,
  { key, kind, amount, on, note }: Fulfilment,
): Promise<Result<null, Refusal>> {
  const now = clock.now()
  if (on > shanghaiDay(now)) return failure('fulfilled-in-future')
  return await withTransaction<Result<null, Refusal>>(pool, async (tx) => {
    const contract = await lockVerified(tx, id)
    if (!contract) return failure('changed-meanwhile')
    const done = await sumOf(tx, id, kind, key)
    if (done.isKnown) return success(null)
    const leftFen = (contract.amountFen - done.sumFen) as Fen
    if (contract.kind !== 'framework' && amount > leftFen) return failure('too-much', { leftFen })
    await tx.$executeRaw`
      INSERT INTO contract_fulfilment (id, contract_id, kind, amount_fen, "on", note, recorded_by, recorded_at)
      VALUES (${key}::uuid, ${id}::uuid, ${kind}, ${amount}, ${on}::date, ${note || null}, ${scope.staff.staffId}, ${now})`
    await writeAudit(tx, now, scope, {
      action: 'fulfil-contract',
      subject: ['contract', id],
      after: { kind, amountFen: amount, on },
      ...(contract.enterpriseId === null ? {} : { enterpriseId: contract.enterpriseId }),
    })
    return success(null)
  })
}

async function lockVerified(tx: Sql, id: string): Promise<Locked | undefined> {
  const [contract] = await tx.$queryRaw<Array<Locked>>`
    SELECT kind, amount_fen::float8 AS "amountFen", enterprise_id AS "enterpriseId"
    FROM contract WHERE id = ${id}::uuid AND status = 'verified' FOR UPDATE`
  return contract
}

async function sumOf(
  tx: Sql,
  id: string,
  kind: FulfilmentKind,
  key: string,
): Promise<{ sumFen: number; isKnown: boolean }> {
  const [done] = await tx.$queryRaw<Array<{ sumFen: number; isKnown: boolean }>>`
    SELECT COALESCE(sum(amount_fen) FILTER (WHERE kind = ${kind}), 0)::float8 AS "sumFen",
      COALESCE(bool_or(id = ${key}::uuid), false) AS "isKnown"
    FROM contract_fulfilment WHERE contract_id = ${id}::uuid`
  return done ?? { sumFen: 0, isKnown: false }
}
