import { z } from 'zod'

export const reviewIdField = z.coerce
  .number('review-required')
  .int('review-required')
  .min(1, 'review-required')
  .max(2 ** 31 - 1, 'review-required')
