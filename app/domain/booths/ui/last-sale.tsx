import { useEffect, useState } from 'react'
import { systemClock } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import type { KeptSale } from '../phone/kept-sales.ts'

/** So long the buyer still stands there. Later a tap would be a pocket's: the day's page takes back with a reason. */
const undoable = 60_000

type LastSaleProps = {
  /** What has just been said; empty for nothing. */
  said: string
  kept: ReadonlyArray<KeptSale> | null
  onUndo: (sale: KeptSale) => void
  /** Of how it was paid. */
  onChange: (sale: KeptSale) => void
}

/**
 * The last sale, under the thumb: one touch takes it back, or says that it was paid otherwise, until the next one or for
 * a minute, over a reload too.
 */
export function LastSale({ said, kept, onUndo, onChange }: LastSaleProps) {
  const t = useStaffMessages().booths
  const last = kept?.[0]
  const isRecent = useIsRecent(last?.deviceAt)
  const sale =
    last && isRecent && !last.isUndone && (last.state === 'waiting' || last.state === 'sent') ? last : null
  const text = said || (sale ? t.till.recorded(formatFen(fen(sale.amountFen)), t.tenders[sale.tender]) : '')
  return (
    <div
      className={
        text
          ? 'pointer-events-none fixed inset-x-4 bottom-4 flex min-h-12 items-center justify-center gap-2 rounded-full bg-ink px-4 text-white shadow-soft'
          : 'sr-only'
      }
    >
      <p role="status" className="py-1">
        {text}
      </p>
      {sale ? (
        <div className="-mr-2 ml-auto flex shrink-0">
          <BarButton label={t.till.changeLabel(text)} onClick={() => onChange(sale)}>
            {t.till.changeTender}
          </BarButton>
          <BarButton label={t.till.undoLabel(text)} onClick={() => onUndo(sale)}>
            {t.till.undo}
          </BarButton>
        </div>
      ) : null}
    </div>
  )
}

function BarButton({ label, onClick, children }: { label: string; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={label}
      className="pointer-events-auto min-h-12 rounded-full px-3 font-medium underline underline-offset-4"
    >
      {children}
    </button>
  )
}

/** By the phone's own clock, which also made the time. */
function useIsRecent(at: string | undefined): boolean {
  const [isRecent, setRecent] = useState(false)
  useEffect(() => {
    const left = at === undefined ? 0 : Date.parse(at) + undoable - systemClock.now().getTime()
    const isNow = left > 0 && left <= undoable
    setRecent(isNow)
    if (!isNow) return
    const timer = setTimeout(() => setRecent(false), left)
    return () => clearTimeout(timer)
  }, [at])
  return isRecent
}
