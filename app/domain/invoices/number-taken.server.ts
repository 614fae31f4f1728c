import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Sql } from '#app/platform/sql.server.ts'

/** One at a time gives an enterprise's invoices their numbers. */
export async function holdNumbers(tx: Sql, { enterpriseId }: EnterpriseScope): Promise<void> {
  await tx.$executeRaw`SELECT FROM enterprise WHERE id = ${enterpriseId} FOR NO KEY UPDATE`
}

/** By another invoice of the enterprise. */
export async function isNumberTaken(
  tx: Sql,
  { enterpriseId }: EnterpriseScope,
  { id, number }: { id: string; number: string },
): Promise<boolean> {
  const taken = await tx.$queryRaw<Array<unknown>>`
    SELECT 1 FROM invoice WHERE enterprise_id = ${enterpriseId} AND number = ${number} AND id <> ${id}::uuid`
  return taken.length > 0
}
