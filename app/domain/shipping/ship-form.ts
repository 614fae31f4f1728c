import { z } from 'zod'
import { couriers, normaliseTrackingNumber, suggestCourier, trackingNumberShape } from './couriers.ts'

const trackingNumberField = z
  .string('tracking-number-required')
  .transform(normaliseTrackingNumber)
  .pipe(z.string().min(1, 'tracking-number-required').regex(trackingNumberShape, 'tracking-number-invalid'))

/** Without a carrier the number's shape decides; a number that looks like nobody's wants one. */
export const shipSchema = z
  .object({
    parcelId: z.uuid('parcel-required'),
    trackingNumber: trackingNumberField,
    courier: z.enum(['', ...couriers], 'courier-required').default(''),
  })
  .transform(({ courier, ...shipment }, context) => {
    const known = courier || suggestCourier(shipment.trackingNumber)
    if (known) return { ...shipment, courier: known }
    context.addIssue({ code: 'custom', path: ['courier'], message: 'courier-required' })
    return z.NEVER
  })
