import { addAddress } from '#app/domain/people/addresses.server.ts'
import { openShopperSession } from '#app/domain/people/sessions.server.ts'
import type { Role } from '#app/domain/staff/roles.ts'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { confirmation, placeGroup, placePaidGroup } from './checkout.ts'
import type { Who } from './gates.ts'
import type { Pages } from './pages.ts'
import { randomPhone } from './people.ts'
import type { Known } from './routes.ts'
import { createStaff, openEveryDesk } from './staff.ts'

type Services = Pages['services']
type Tenant = { id: number; slug: string; divisionCode: string; things: Known }
export type Tenants = {
  own: Tenant
  /** Of another division, so that its reviewer is not this one's. */
  other: Tenant
  /** A session of its own for each visit: some pages end it. */
  cookieOf(who: Who): Promise<string>
}

/** Two enterprises of the demonstration with one of each thing that an address can name, and somebody in each role. */
export async function openTenants(services: Services): Promise<Tenants> {
  const { db, clock } = services
  const shopperId = await createShopper(services)
  const own = await openTenant(services, '', shopperId)
  const other = await openTenant(services, own.divisionCode, await createShopper(services))
  const people = await createPeople(services, own, other)
  return {
    own,
    other,
    async cookieOf(who) {
      if (who === 'anonymous') return ''
      if (who === 'shopper') return `session=${(await openShopperSession(db, clock, shopperId)).token}`
      const session = { staffId: people[who], isVerified: true, device: 'test' }
      return `staff=${await openStaffSession(db, clock, session)}`
    },
  }
}

async function createShopper({ db, clock }: Services): Promise<string> {
  return (await db.shopper.create({ data: { phone: randomPhone(), createdAt: clock.now() } })).id
}

const plain = { status: 'published', storage: 'ambient', returnRule: 'seven-days', isAlcohol: false }

async function openTenant(services: Services, otherThan: string, shopperId: string): Promise<Tenant> {
  const { id, slug, divisionCode } = await services.db.enterprise.findFirstOrThrow({
    where: {
      divisionCode: { not: otherThan },
      orders: { some: { group: { status: 'paid' } } },
      products: { some: plain },
    },
    orderBy: { id: 'asc' },
  })
  return { id, slug, divisionCode, things: await openThings(services, slug, shopperId) }
}

async function openThings(services: Services, slug: string, shopperId: string): Promise<Known> {
  const { db, clock } = services
  const { known } = await openEveryDesk(services, slug)
  const { sku, product } = await db.variant.findFirstOrThrow({
    where: {
      stock: { some: { free: { gt: 5 } } },
      minQuantity: 1,
      product: { enterprise: { slug }, ...plain },
    },
    include: { product: true },
  })
  const { scope } = await openShopperSession(db, clock, shopperId)
  await addAddress(services, scope, { ...confirmation.delivery, tag: 'home', isDefault: false })
  return {
    ...known,
    product: product.slug,
    enterprise: slug,
    address: (await db.address.findFirstOrThrow({ where: { shopperId } })).id,
    unpaid: (await placeGroup(services, { sku, quantity: 1 })).token,
    paid: (await placePaidGroup(services, { sku, quantity: 1 })).token,
  }
}

type Staff = Record<Exclude<Who, 'anonymous' | 'shopper'>, string>

async function createPeople({ db }: Services, own: Tenant, other: Tenant): Promise<Staff> {
  const hire = async (role: Role, place = {}) => (await createStaff(db, role, place)).staffId
  return {
    'other owner': await hire('owner', { enterpriseId: other.id }),
    owner: await hire('owner', { enterpriseId: own.id }),
    editor: await hire('editor', { enterpriseId: own.id }),
    shipper: await hire('shipper', { enterpriseId: own.id }),
    'other reviewer': await hire('division-reviewer', { divisionCode: other.divisionCode }),
    reviewer: await hire('division-reviewer', { divisionCode: own.divisionCode }),
    organizer: await hire('city-organizer'),
    hand: await hire('exhibition-staff'),
    finance: await hire('finance'),
    viewer: await hire('viewer'),
  }
}
