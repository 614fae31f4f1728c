import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { StatementItem } from '../statement.ts'

const tones = {
  running: 'jade',
  ended: 'millet',
  closed: 'cinnabar',
  paid: 'grass',
  owed: 'berry',
  recovered: 'grass',
  nothing: 'plain',
} as const

/** What a month that is closed waits for, or what it came to, depends on who owes whom. */
function standOf({ state, netFen }: Pick<StatementItem, 'state' | 'netFen'>): keyof typeof tones {
  if (state === 'closed' && netFen < 0) return 'owed'
  if (state !== 'paid' || netFen > 0) return state
  return netFen < 0 ? 'recovered' : 'nothing'
}

export function StateBadge({ statement }: { statement: Pick<StatementItem, 'state' | 'netFen'> }) {
  const stand = standOf(statement)
  return <Badge tone={tones[stand]}>{useStaffMessages().settlements.states[stand]}</Badge>
}
