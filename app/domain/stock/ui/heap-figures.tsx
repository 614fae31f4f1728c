import { useStaffMessages } from '#app/messages/messages.ts'
import { type Heaps, physicalOf } from '../stock-act.ts'

/** What of it is for sale, what is claimed, and the sum. */
export function HeapFigures({ heaps }: { heaps: Heaps }) {
  const t = useStaffMessages().stock.heaps
  const figures = { ...heaps, physical: physicalOf(heaps) }
  return (
    <dl className="grid grid-cols-4 gap-2 text-right">
      {(['free', 'held', 'sold', 'physical'] as const).map((heap) => (
        <div key={heap} className="grid content-start">
          <dt className="text-xs text-muted">{t[heap]}</dt>
          <dd className={`figures ${heap === 'free' ? 'font-medium' : 'text-muted'}`}>{figures[heap]}</dd>
        </div>
      ))}
    </dl>
  )
}
