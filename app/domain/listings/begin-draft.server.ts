import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { ListingDraft } from './draft.ts'
import { goodsKind } from './label-rules.ts'

/** What an enterprise's own papers say about anything that it makes. */
export type OwnFacts = { name: string; phone: string; foodLicence: string | null; address: string }

export async function beginDraft(
  { pool }: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  draft: ListingDraft,
): Promise<ListingDraft> {
  return withOwnFacts(draft, await getOwnFacts(sqlOn(pool), scope))
}

export async function getOwnFacts(sql: Sql, { enterpriseId }: EnterpriseScope): Promise<OwnFacts> {
  const [own] = await sql.$queryRaw<Array<OwnFacts>>`
    SELECT e.name, e.phone, e.food_licence AS "foodLicence", '内蒙古自治区赤峰市' || d.name || coalesce(e.town, '') AS address
    FROM enterprise e JOIN division d ON d.code = e.division_code WHERE e.id = ${enterpriseId}`
  if (!own) throw new Error('an enterprise with members has no row')
  return own
}

/** What they and the kind of goods already say is filled in, to be changed where it is not so. */
export function withOwnFacts(draft: ListingDraft, own: OwnFacts): ListingDraft {
  return { ...draft, ...usualTerms(draft.subcategoryCode), label: labelOf(own, draft) }
}

function labelOf(
  { name, phone, foodLicence, address }: OwnFacts,
  draft: ListingDraft,
): ListingDraft['label'] {
  const kind = goodsKind(draft.subcategoryCode)
  return {
    producer: name,
    producerPhone: phone,
    producerAddress: address,
    ...(kind === 'farm-produce' && { origin: address }),
    ...(kind === 'prepackaged' && foodLicence && { foodLicence }),
    ...draft.label,
  }
}

function usualTerms(subcategoryCode: string): Partial<ListingDraft> {
  const isFrozen = /^meat-|^aquatic-fish$/.test(subcategoryCode)
  const storage = isFrozen ? 'frozen' : 'ambient'
  const kind = goodsKind(subcategoryCode)
  if (kind === 'craft') return { returnRule: 'seven-days' }
  // Roots and herbs are dried: they keep.
  const isPerishable = kind === 'farm-produce' && !subcategoryCode.startsWith('herb-')
  return isPerishable ? { storage, returnRule: 'excluded-perishable' } : {}
}
