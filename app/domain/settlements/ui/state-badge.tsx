import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { StatementState } from '../statement.ts'

const tones = { running: 'jade', ended: 'millet', closed: 'cinnabar', paid: 'grass' } as const

export function StateBadge({ state }: { state: StatementState }) {
  return <Badge tone={tones[state]}>{useStaffMessages().settlements.states[state]}</Badge>
}
