import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import { couriers, normaliseTrackingNumber, suggestCourier, trackingNumberShape } from './couriers.ts'

const trackingNumberField = z
  .string('tracking-number-required')
  .transform(normaliseTrackingNumber)
  .pipe(z.string().min(1, 'tracking-number-required').regex(trackingNumberShape, 'tracking-number-invalid'))

const tracking = z.object({
  parcelId: z.uuid('parcel-required'),
  trackingNumber: trackingNumberField,
  courier: z.enum(['', ...couriers], 'courier-required').default(''),
})

/** Without a carrier the number's shape decides; a number that looks like nobody's wants one. */
export const shipSchema = tracking.transform(withCourier)
export const correctSchema = tracking.extend({ reason: reasonField }).transform(withCourier)

function withCourier<T extends z.infer<typeof tracking>>(shipment: T, context: z.RefinementCtx) {
  const courier = shipment.courier || suggestCourier(shipment.trackingNumber)
  if (courier) return { ...shipment, courier }
  context.addIssue({ code: 'custom', path: ['courier'], message: 'courier-required' })
  return z.NEVER
}

export const outOfStockSchema = z.object({
  key: z.string('parcel-required').min(1, 'parcel-required').max(100, 'parcel-required'),
  reason: reasonField.max(500, 'too-long'),
})
