import type { Sql } from '#app/platform/sql.server.ts'
import type { SignedInScope } from './scope.ts'

/**
 * Two requests of one person wait for each other instead of both counting the same rows; returns the person's phone.
 * Undefined for an account that was closed meanwhile: what is written about the person now nobody would erase.
 */
export async function lockShopper(tx: Sql, { shopperId }: SignedInScope): Promise<string | undefined> {
  const [shopper] = await tx.$queryRaw<Array<{ phone: string }>>`
    SELECT phone FROM shopper WHERE id = ${shopperId}::uuid AND deleted_at IS NULL FOR NO KEY UPDATE`
  return shopper?.phone
}
