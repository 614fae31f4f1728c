import type pg from 'pg'
import { hour, shanghaiDay } from '#app/kernel/clock.ts'
import type { ContractPlan, EntryPlan, FairPlan, LivestreamPlan } from '../plan/fairs/fair-plan.ts'
import { uuidFor } from '../random.ts'
import { copyRecords } from './copy.ts'

/** Sessions, contracts and entries of the demonstration fairs, after the entries of orders. */
export async function writeFairTrade(client: pg.ClientBase, plans: ReadonlyArray<FairPlan>): Promise<void> {
  await writeLivestreams(
    client,
    plans.flatMap(({ livestreams }) => livestreams),
  )
  await writeContracts(
    client,
    plans.flatMap(({ contracts }) => contracts),
  )
  await writeEntries(
    client,
    plans.flatMap(({ entries }) => entries),
  )
}

async function writeLivestreams(
  client: pg.ClientBase,
  livestreams: ReadonlyArray<LivestreamPlan>,
): Promise<void> {
  await copyRecords(
    client,
    'livestream',
    livestreams.map((each) => ({
      id: each.id,
      slug: each.slug,
      exhibitionId: each.exhibitionId,
      title: each.title,
      titleEn: each.titleEn,
      host: each.host,
      hostAccount: each.hostAccount,
      startsAt: each.startsAt,
      endsAt: each.endsAt,
      isDemonstration: true,
    })),
  )
  await copyRecords(
    client,
    'livestream_enterprise',
    livestreams.flatMap(({ id, enterprises }) =>
      enterprises.map((enterprise) => ({ livestreamId: id, enterpriseId: enterprise.id })),
    ),
  )
  await copyRecords(
    client,
    'livestream_product',
    livestreams.flatMap(({ id, products }) =>
      products.map((product, position) => ({ livestreamId: id, productId: product.id, position })),
    ),
  )
}

async function writeContracts(client: pg.ClientBase, contracts: ReadonlyArray<ContractPlan>): Promise<void> {
  await copyRecords(
    client,
    'contract',
    contracts.map((each) => ({
      id: each.id,
      number: each.number,
      exhibitionId: each.exhibitionId,
      kind: each.kind,
      title: each.title,
      buyer: each.buyer,
      buyerDistrictCode: each.districtCode,
      enterpriseId: each.enterprise.id,
      divisionCode: each.enterprise.divisionCode,
      categoryCode: categoryOf(each),
      amountFen: each.amountFen,
      signedOn: shanghaiDay(each.signedAt),
      status: each.isVerified ? 'verified' : 'recorded',
      recordedBy: recorder,
      recordedAt: each.signedAt,
      verifiedBy: each.isVerified ? uuidFor('staff:finance') : null,
      verifiedAt: each.isVerified ? new Date(each.signedAt.getTime() + 2 * hour) : null,
    })),
  )
}

const recorder = uuidFor('staff:fair')

function categoryOf({ enterprise }: Pick<ContractPlan, 'enterprise'>): string | null {
  return enterprise.specialities[0]?.category ?? null
}

/** Numbered here, so that verifications can name what they verify. */
async function writeEntries(client: pg.ClientBase, entries: ReadonlyArray<EntryPlan>): Promise<void> {
  const { rows } = await client.query<{ last: number }>(
    'SELECT coalesce(max(id), 0)::int AS last FROM sale_entry',
  )
  const first = (rows[0]?.last ?? 0) + 1
  const ordered = [...entries].sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime())
  await copyRecords(
    client,
    'sale_entry',
    ordered.map((each, index) => ({
      id: first + index,
      exhibitionId: each.exhibitionId,
      channel: each.channel,
      kind: 'sale',
      enterpriseId: each.enterprise.id,
      divisionCode: each.enterprise.divisionCode,
      productId: each.goods?.product.id ?? null,
      variantId: each.goods?.variant.id ?? null,
      categoryCode: each.goods?.product.speciality.category ?? categoryOf(each),
      quantity: each.quantity,
      amountFen: each.amountFen,
      beijingDistrictCode: each.districtCode,
      livestreamId: each.livestreamId,
      contractId: each.contractId,
      tender: each.tender,
      occurredAt: each.occurredAt,
      recordedAt: each.occurredAt,
      recordedBy: recorder,
      source: each.channel === 'livestream' ? 'import' : 'entry',
      externalRef: each.ref,
    })),
  )
  await copyRecords(
    client,
    'sale_verification',
    ordered.flatMap(({ verifiedAt, channel }, index) =>
      verifiedAt
        ? [{ entryId: first + index, rule: rules[channel], verifiedBy: verifiers[channel], verifiedAt }]
        : [],
    ),
  )
}

const rules = {
  onsite: 'day-close',
  contract: 'second-person',
  livestream: 'platform-export',
  online: 'payment',
} as const
const verifiers = {
  onsite: recorder,
  contract: uuidFor('staff:finance'),
  livestream: recorder,
  online: 'settle',
} as const
