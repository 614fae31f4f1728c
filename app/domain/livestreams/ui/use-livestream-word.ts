import { useStaffMessages } from '#app/messages/messages.ts'
import type { MetricsRefusal } from '../record-metrics.server.ts'
import type { LivestreamRefusal } from '../save-livestream.server.ts'

type OfField =
  | 'needed'
  | 'too-long'
  | 'not-an-account'
  | 'ends-before-start'
  | 'too-long-a-stream'
  | 'not-an-amount'
  | 'not-a-count'
type Code = OfField | (LivestreamRefusal | MetricsRefusal)['code']

/** The sentence for an error code of a livestream's forms. */
export function useLivestreamWord() {
  const { livestreams, staff } = useStaffMessages()
  const words: Record<Code, string> = livestreams.errors
  return (code: string | undefined) =>
    code && (Object.entries(words).find(([known]) => known === code)?.[1] ?? staff.errors.unknown)
}
