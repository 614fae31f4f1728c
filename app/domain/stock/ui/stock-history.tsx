import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import type { Page } from '#app/kernel/paging.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import type { StockMovementView } from '../open-stock.server.ts'

export function StockHistory({ movements }: { movements: Page<StockMovementView> }) {
  const t = useStaffMessages().stock.page
  return (
    <CardSection id="history" title={t.history}>
      {movements.items.length === 0 ? <p className="text-sm text-muted">{t.noHistory}</p> : null}
      <ol className="divide-y divide-line">
        {movements.items.map((movement) => (
          <Movement key={movement.id} movement={movement} />
        ))}
      </ol>
      <PageTurner next={movements.next} />
    </CardSection>
  )
}

function Movement({ movement: { pool, delta, reason, note, by, at } }: { movement: StockMovementView }) {
  const t = useStaffMessages().stock
  const reasons: Record<string, string> = t.reasons
  const recorders: Record<string, string> = t.recorders
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 py-2 text-sm">
      <span className={`figures text-right font-medium ${delta < 0 ? 'text-berry' : 'text-grass'}`}>
        {delta > 0 ? `+${delta}` : `−${-delta}`}
      </span>
      <span>
        {reasons[reason]} · {t.pools[pool]}
        {note ? (
          <span lang="zh-CN" className="block">
            {note}
          </span>
        ) : null}
        <span className="figures block text-xs text-muted">
          {shanghaiMinute(at)} {recorders[by] ?? by}
        </span>
      </span>
    </li>
  )
}
