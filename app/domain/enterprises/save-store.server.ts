import { catalogTag, enterpriseTag } from '#app/domain/catalog/tags.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import { fingerprint, type Store, storeSchema } from './store.ts'

export type OwnStore = Store & { feeBasisPoints: number }

export async function getStore({ pool }: Pick<Services, 'pool'>, scope: EnterpriseScope): Promise<OwnStore> {
  return await readStore(sqlOn(pool), scope)
}

async function readStore(sql: Sql, { enterpriseId }: EnterpriseScope): Promise<OwnStore> {
  const [store] = await sql.$queryRaw<Array<OwnStore>>`
    SELECT phone, story, story_en AS "storyEn", ambient_fee_fen AS "ambientFeeFen", chilled_fee_fen AS "chilledFeeFen",
      frozen_fee_fen AS "frozenFeeFen", free_shipping_fen AS "freeShippingFen", fee_basis_points AS "feeBasisPoints"
    FROM enterprise WHERE id = ${enterpriseId}`
  if (!store) throw new Error(`no enterprise ${enterpriseId}`)
  return store
}

/**
 * At once and without review: carts and checkouts compute shipping anew, orders keep what they were placed at. Null when
 * it is done, else what is wrong with the form.
 */
export async function saveStore(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  form: FormData,
): Promise<FormState | null> {
  const parsed = parseForm(storeSchema, form)
  if (!parsed.ok) return parsed
  const { store, seen } = parsed.value
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    await tx.$queryRaw`SELECT FROM enterprise WHERE id = ${scope.enterpriseId} FOR NO KEY UPDATE`
    const before = await readStore(tx, scope)
    if (fingerprint(before) === fingerprint(store)) return null
    if (fingerprint(before) !== seen) {
      // Who has been told may save over it; any other refusal hands back what was seen before.
      const values = { ...parsed.values, seen: fingerprint(before) }
      return { values, errors: { form: 'store-changed' } }
    }
    await writeStore(tx, scope, store)
    const { feeBasisPoints: _, ...was } = before
    await writeAudit(tx, now, scope, {
      action: 'change-store',
      subject: ['enterprise', scope.slug],
      before: was,
      after: store,
    })
    await publishTags(tx, [catalogTag, enterpriseTag(scope.slug)])
    return null
  })
}

async function writeStore(tx: Sql, { enterpriseId }: EnterpriseScope, store: Store): Promise<void> {
  await tx.$executeRaw`
    UPDATE enterprise SET phone = ${store.phone}, story = ${store.story}, story_en = ${store.storyEn},
      ambient_fee_fen = ${store.ambientFeeFen}, chilled_fee_fen = ${store.chilledFeeFen},
      frozen_fee_fen = ${store.frozenFeeFen}, free_shipping_fen = ${store.freeShippingFen}::int
    WHERE id = ${enterpriseId}`
}
