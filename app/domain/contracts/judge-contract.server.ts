import { correctEntries, verifyEntries } from '#app/domain/sales/append-entries.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type ContractStatus, mayCancel } from './contract.ts'
import type { Scan } from './record-contract.server.ts'

type Judging = Pick<Services, 'pool' | 'clock'>
type Locked = {
  status: ContractStatus
  recordedById: string
  scan: string | null
  enterpriseId: number | null
}

/**
 * A second pair of eyes on the signed paper: from now on it counts for everybody (T77).
 * @param seen SHA-256 of the scan that was read: nobody verifies another
 */
export async function verifyContract(
  { pool, clock }: Judging,
  scope: OrganizerScope,
  id: string,
  seen: string,
): Promise<Result<null, Failure<'changed-meanwhile' | 'own-contract' | 'scan-needed'>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const contract = await lockContract(tx, id)
    if (contract?.status === 'verified') return success(null)
    if (contract?.status !== 'recorded') return failure('changed-meanwhile')
    if (contract.recordedById === scope.staff.staffId) return failure('own-contract')
    if (contract.scan === null) return failure('scan-needed')
    if (contract.scan !== seen) return failure('changed-meanwhile')
    await tx.$executeRaw`
      UPDATE contract SET status = 'verified', verified_by = ${scope.staff.staffId}::uuid, verified_at = ${now}
      WHERE id = ${id}::uuid`
    await verifyEntries(tx, now, await entriesOf(tx, id), { rule: 'second-person', by: scope.staff.staffId })
    await audit(tx, now, scope, contract, { id, action: 'verify-contract', status: 'verified' })
    return success(null)
  })
}

/** Falls through, or was mistyped (`mayCancel`): its entry is answered by a correction, and the sums fall by it. */
export async function cancelContract(
  { pool, clock }: Judging,
  scope: OrganizerScope,
  id: string,
  reason: string,
): Promise<Result<null, Failure<'changed-meanwhile' | 'not-yours'>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const contract = await lockContract(tx, id)
    if (!contract || contract.status === 'cancelled') return failure('changed-meanwhile')
    if (!mayCancel(scope, contract)) return failure('not-yours')
    await tx.$executeRaw`
      UPDATE contract SET status = 'cancelled', cancelled_by = ${scope.staff.staffId}::uuid, cancelled_at = ${now},
        cancel_reason = ${reason}
      WHERE id = ${id}::uuid`
    await correctEntries(tx, now, await entriesOf(tx, id), { by: scope.staff.staffId, note: reason })
    await audit(tx, now, scope, contract, { id, action: 'cancel-contract', status: 'cancelled', reason })
    return success(null)
  })
}

/** The signed paper, where it came later than the record; a verified contract keeps the one that was seen. */
export async function attachScan(
  { pool, clock }: Judging,
  scope: OrganizerScope,
  id: string,
  { name, key, sha256 }: Scan,
): Promise<Result<null, Failure<'changed-meanwhile'>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const [contract] = await tx.$queryRaw<Array<{ enterpriseId: number | null }>>`
      UPDATE contract SET scan_name = ${name}, scan_key = ${key}, scan_sha256 = ${sha256}
      WHERE id = ${id}::uuid AND status = 'recorded' RETURNING enterprise_id AS "enterpriseId"`
    if (!contract) return failure('changed-meanwhile')
    await writeAudit(tx, now, scope, {
      action: 'attach-scan',
      subject: ['contract', id],
      after: { name, sha256 },
      ...(contract.enterpriseId === null ? {} : { enterpriseId: contract.enterpriseId }),
    })
    return success(null)
  })
}

async function lockContract(tx: Sql, id: string): Promise<Locked | undefined> {
  const [contract] = await tx.$queryRaw<Array<Locked>>`
    SELECT status, recorded_by AS "recordedById", scan_sha256 AS scan, enterprise_id AS "enterpriseId"
    FROM contract WHERE id = ${id}::uuid FOR UPDATE`
  return contract
}

async function entriesOf(tx: Sql, id: string): Promise<Array<bigint>> {
  const entries = await tx.$queryRaw<Array<{ id: bigint }>>`
    SELECT id FROM sale_entry WHERE source = 'entry' AND external_ref = ${`contract:${id}`}`
  return entries.map((entry) => entry.id)
}

async function audit(
  tx: Sql,
  now: Date,
  scope: OrganizerScope,
  before: Locked,
  {
    id,
    action,
    status,
    reason,
  }: {
    id: string
    action: 'verify-contract' | 'cancel-contract'
    status: string
    reason?: string
  },
): Promise<void> {
  await writeAudit(tx, now, scope, {
    action,
    subject: ['contract', id],
    before: { status: before.status },
    after: { status },
    ...(reason === undefined ? {} : { reason }),
    ...(before.enterpriseId === null ? {} : { enterpriseId: before.enterpriseId }),
  })
}
