import { useStaffMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { RefusedSales } from './refused-sales.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { UploadButton } from './upload-button.tsx'
import type { KeptSales } from './use-kept-sales.ts'

/**
 * How much is on the phone only: it is what would be lost with the phone. As high with a word as without, so that no
 * product moves under the thumb.
 */
export function SyncBar(sales: KeptSales) {
  const { kept, uploaded } = sales
  const t = useStaffMessages().booths.sync
  const obstacles: Partial<Record<string, string>> = t.obstacles
  if (kept === null) return <section aria-label={t.label} className="min-h-16" />
  const waiting = kept.filter(({ state }) => state === 'waiting').length
  // What was sent back is not in the ledger: not everything is uploaded.
  const settled = kept.some(({ state }) => state === 'refused') ? t.rest : t.done
  const obstacle = waiting > 0 ? obstacles[uploaded.outcome] : undefined
  return (
    <section aria-label={t.label} className="grid min-h-16 gap-2">
      <div
        className={`flex min-h-16 items-center justify-between gap-3 rounded-md px-4 py-1 ${waiting > 0 ? 'bg-millet-wash text-millet-deep' : 'bg-grass-wash text-grass'}`}
      >
        <p role="status" className="flex items-center gap-2 text-sm">
          <Icon name={waiting > 0 ? 'clock' : 'check'} className="size-4 shrink-0" />
          <span>
            <strong className="figures font-medium">{waiting > 0 ? t.waiting(waiting) : settled}</strong>
            {obstacle ? <span className="block">{obstacle}</span> : null}
          </span>
        </p>
        {waiting > 0 ? <UploadButton {...sales} /> : null}
      </div>
      <SignInAgain {...sales} />
      <RefusedSales {...sales} kept={kept} />
    </section>
  )
}
