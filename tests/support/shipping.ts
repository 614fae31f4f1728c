import { shipParcel } from '#app/domain/shipping/ship-parcel.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { createMember } from './staff.ts'

/** Every parcel of a paid group leaves, each sent by somebody of its enterprise. */
export async function shipGroup(
  services: Pick<Services, 'db' | 'pool' | 'clock'>,
  groupId: string,
): Promise<void> {
  const parcels = await services.db.parcel.findMany({
    where: { order: { groupId }, shippedAt: null },
    include: { order: true },
  })
  for (const { id, order } of parcels) {
    const member = await createMember(services.db, order.enterpriseId, 'shipper')
    const shipped = await shipParcel(services, member, {
      parcelId: id,
      trackingNumber: 'SF1234567890123',
      courier: 'SF',
    })
    if (!shipped.ok) throw new Error(shipped.code)
  }
}
