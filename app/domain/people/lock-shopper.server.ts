import type { Sql } from '#app/platform/sql.server.ts'
import type { SignedInScope } from './scope.ts'

/** Two requests of one person wait for each other instead of both counting the same rows; returns the person's phone. */
export async function lockShopper(tx: Sql, { shopperId }: SignedInScope): Promise<string | undefined> {
  const [shopper] = await tx.$queryRaw<Array<{ phone: string }>>`
    SELECT phone FROM shopper WHERE id = ${shopperId}::uuid FOR NO KEY UPDATE`
  return shopper?.phone
}
