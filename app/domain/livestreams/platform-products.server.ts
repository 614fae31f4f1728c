import type { Sql } from '#app/platform/sql.server.ts'

// What a file's orders are is looked up while somebody may be saying what a product is: without taking turns, an order
// that came just then would wait for a word that was already said.

/** While orders are written. Many at once. */
export async function readProducts(tx: Sql): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('platform-products'), 0)`
}

/** While a product is learned and its orders are posted. */
export async function teachProducts(tx: Sql): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('platform-products'), 0)`
}
