import type pg from 'pg'
import { hour, shanghaiDay } from '#app/kernel/clock.ts'
import type { ContractPlan, EntryPlan, FairPlan, LivestreamPlan } from '../plan/fairs/fair-plan.ts'
import { uuidFor } from '../random.ts'
import { copyRows } from './copy.ts'

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
  await copyRows(
    client,
    'livestream',
    [
      'id',
      'slug',
      'exhibition_id',
      'title',
      'title_en',
      'host',
      'host_account',
      'starts_at',
      'ends_at',
      'is_demonstration',
    ],
    livestreams.map((each) => [
      each.id,
      each.slug,
      each.exhibitionId,
      each.title,
      each.titleEn,
      each.host,
      each.hostAccount,
      each.startsAt,
      each.endsAt,
      true,
    ]),
  )
  await copyRows(
    client,
    'livestream_enterprise',
    ['livestream_id', 'enterprise_id'],
    livestreams.flatMap(({ id, enterprises }) => enterprises.map((enterprise) => [id, enterprise.id])),
  )
  await copyRows(
    client,
    'livestream_product',
    ['livestream_id', 'product_id', 'position'],
    livestreams.flatMap(({ id, products }) =>
      products.map((product, position) => [id, product.id, position]),
    ),
  )
}

async function writeContracts(client: pg.ClientBase, contracts: ReadonlyArray<ContractPlan>): Promise<void> {
  await copyRows(
    client,
    'contract',
    [
      'id',
      'number',
      'exhibition_id',
      'kind',
      'title',
      'buyer',
      'buyer_district_code',
      'enterprise_id',
      'division_code',
      'category_code',
      'amount_fen',
      'signed_on',
      'status',
      'recorded_by',
      'recorded_at',
      'verified_by',
      'verified_at',
    ],
    contracts.map((each) => [
      each.id,
      each.number,
      each.exhibitionId,
      each.kind,
      each.title,
      each.buyer,
      each.districtCode,
      each.enterprise.id,
      each.enterprise.divisionCode,
      categoryOf(each),
      each.amountFen,
      shanghaiDay(each.signedAt),
      each.isVerified ? 'verified' : 'recorded',
      recorder,
      each.signedAt,
      each.isVerified ? uuidFor('staff:finance') : null,
      each.isVerified ? new Date(each.signedAt.getTime() + 2 * hour) : null,
    ]),
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
  await copyRows(
    client,
    'sale_entry',
    [
      'id',
      'exhibition_id',
      'channel',
      'kind',
      'enterprise_id',
      'division_code',
      'product_id',
      'variant_id',
      'category_code',
      'quantity',
      'amount_fen',
      'beijing_district_code',
      'livestream_id',
      'contract_id',
      'tender',
      'occurred_at',
      'recorded_at',
      'recorded_by',
      'source',
      'external_ref',
    ],
    ordered.map((each, index) => [
      first + index,
      each.exhibitionId,
      each.channel,
      'sale',
      each.enterprise.id,
      each.enterprise.divisionCode,
      each.goods?.product.id ?? null,
      each.goods?.variant.id ?? null,
      each.goods?.product.speciality.category ?? categoryOf(each),
      each.quantity,
      each.amountFen,
      each.districtCode,
      each.livestreamId,
      each.contractId,
      each.tender,
      each.occurredAt,
      each.occurredAt,
      recorder,
      each.channel === 'livestream' ? 'import' : 'entry',
      each.ref,
    ]),
  )
  await copyRows(
    client,
    'sale_verification',
    ['entry_id', 'rule', 'verified_by', 'verified_at'],
    ordered.flatMap(({ verifiedAt, channel }, index) =>
      verifiedAt ? [[first + index, rules[channel], verifiers[channel], verifiedAt]] : [],
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
