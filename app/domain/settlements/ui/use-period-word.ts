import { useStaffMessages } from '#app/messages/messages.ts'
import type { Period } from '../period.ts'

export function usePeriodWord(): (period: Period) => string {
  const { period: word } = useStaffMessages().settlements
  return (period) => word(period.slice(0, 4), period.slice(5))
}
