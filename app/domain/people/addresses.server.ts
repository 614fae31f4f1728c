import { findRegion } from '#app/domain/shipping/regions.server.ts'
import type { Clock } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import type { AddressInput } from './address-form.ts'
import { lockShopper } from './lock-shopper.server.ts'
import type { SignedInScope } from './scope.ts'

/** Enough for a family and its relatives; a book without an end is a way to fill a disk. */
const maxAddresses = 30

export type AddressView = {
  id: string
  recipient: string
  phone: string
  /** 北京市 海淀区 */
  region: string
  districtCode: string
  street: string
  detail: string
  postcode: string
  tag: 'home' | 'company' | ''
  isDefault: boolean
}

type Writes = { db: Database; clock: Clock }

/** The default one first, then the newest. */
export async function listAddresses(db: Database, scope: SignedInScope): Promise<Array<AddressView>> {
  const rows = await db.address.findMany({
    where: { shopperId: scope.shopperId },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(toView)
}

export async function findAddress(
  db: Database,
  scope: SignedInScope,
  id: string,
): Promise<AddressView | null> {
  if (!isUuid(id)) return null
  const row = await db.address.findFirst({ where: { id, shopperId: scope.shopperId } })
  return row && toView(row)
}

/** The first address is the default one, asked for or not. The same one twice is one. `not-found`: the account is closed. */
export async function addAddress(
  { db, clock }: Writes,
  scope: SignedInScope,
  input: AddressInput,
): Promise<Result<{ id: string }, Failure<'unknown-district' | 'too-many-addresses' | 'not-found'>>> {
  const fields = toColumns(input)
  if (!fields) return failure('unknown-district')
  return db.$transaction(async (tx) => {
    if ((await lockShopper(tx, scope)) === undefined) return failure('not-found')
    const { tag: _, ...place } = fields
    const owned = { shopperId: scope.shopperId }
    const known = await tx.address.findFirst({ where: { ...place, ...owned }, select: { id: true } })
    const count = await tx.address.count({ where: owned })
    if (!known && count >= maxAddresses) return failure('too-many-addresses')
    const isDefault = input.isDefault || count === 0
    if (isDefault) await clearDefault(tx, scope)
    if (known) {
      if (isDefault) await tx.address.update({ where: known, data: { isDefault } })
      return success(known)
    }
    const row = await tx.address.create({
      data: { ...fields, ...owned, isDefault, createdAt: clock.now() },
      select: { id: true },
    })
    return success(row)
  })
}

export async function editAddress(
  { db }: Pick<Writes, 'db'>,
  scope: SignedInScope,
  id: string,
  input: AddressInput,
): Promise<Result<null, Failure<'unknown-district'> | Failure<'not-found'>>> {
  if (!isUuid(id)) return failure('not-found')
  const fields = toColumns(input)
  if (!fields) return failure('unknown-district')
  return db.$transaction(async (tx) => {
    await lockShopper(tx, scope)
    if (input.isDefault) await clearDefault(tx, scope)
    const data = input.isDefault ? { ...fields, isDefault: true } : fields
    const { count } = await tx.address.updateMany({ where: { id, shopperId: scope.shopperId }, data })
    return count === 1 ? success(null) : failure('not-found')
  })
}

export async function makeDefaultAddress(
  { db }: Pick<Writes, 'db'>,
  scope: SignedInScope,
  id: string,
): Promise<void> {
  if (!isUuid(id)) return
  await db.$transaction(async (tx) => {
    await lockShopper(tx, scope)
    const known = await tx.address.count({ where: { id, shopperId: scope.shopperId } })
    if (known === 0) return
    await clearDefault(tx, scope)
    await tx.address.updateMany({ where: { id, shopperId: scope.shopperId }, data: { isDefault: true } })
  })
}

/** Removing the default one leaves none: the next checkout asks. */
export async function removeAddress(
  { db }: Pick<Writes, 'db'>,
  scope: SignedInScope,
  id: string,
): Promise<void> {
  if (!isUuid(id)) return
  await db.address.deleteMany({ where: { id, shopperId: scope.shopperId } })
}

async function clearDefault(tx: Transaction, scope: SignedInScope): Promise<void> {
  await tx.address.updateMany({
    where: { shopperId: scope.shopperId, isDefault: true },
    data: { isDefault: false },
  })
}

function toColumns(input: AddressInput) {
  const region = findRegion(input.districtCode)
  if (!region) return null
  const { recipient, phone, detail } = input
  return {
    recipient,
    phone,
    detail,
    provinceCode: region.provinceCode,
    cityCode: region.cityCode,
    districtCode: input.districtCode,
    street: input.street || null,
    postcode: input.postcode || null,
    tag: input.tag || null,
  }
}

type AddressRow = NonNullable<Awaited<ReturnType<Database['address']['findFirst']>>>

function toView(row: AddressRow): AddressView {
  return {
    id: row.id,
    recipient: row.recipient,
    phone: row.phone,
    region: findRegion(row.districtCode)?.name ?? '',
    districtCode: row.districtCode,
    street: row.street ?? '',
    detail: row.detail,
    postcode: row.postcode ?? '',
    tag: row.tag === 'home' || row.tag === 'company' ? row.tag : '',
    isDefault: row.isDefault,
  }
}
