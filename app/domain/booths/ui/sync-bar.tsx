import { useLocation } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RefusedSales } from './refused-sales.tsx'
import type { useKeptSales } from './use-kept-sales.ts'

/**
 * How much is on the phone only: it is what would be lost with the phone. As high with a word as without, so that no
 * product moves under the thumb.
 */
export function SyncBar(sales: ReturnType<typeof useKeptSales>) {
  const { kept, outcome, upload } = sales
  const t = useStaffMessages().booths.sync
  const { pathname } = useLocation()
  if (kept === null) return <section aria-label={t.label} className="min-h-16" />
  const waiting = kept.filter(({ state }) => state === 'waiting').length
  return (
    <section aria-label={t.label} className="grid min-h-16 gap-2">
      <div
        className={`flex min-h-16 items-center justify-between gap-3 rounded-md px-4 py-1 ${waiting > 0 ? 'bg-millet-wash text-millet-deep' : 'bg-grass-wash text-grass'}`}
      >
        <p role="status" className="flex items-center gap-2 text-sm">
          <Icon name={waiting > 0 ? 'clock' : 'check'} className="size-4 shrink-0" />
          <span>
            <strong className="figures font-medium">{waiting > 0 ? t.waiting(waiting) : t.done}</strong>
            {waiting > 0 && outcome === 'offline' ? <span className="block">{t.offline}</span> : null}
          </span>
        </p>
        {waiting > 0 ? (
          <Button
            type="button"
            kind="secondary"
            onClick={() => void upload()}
            aria-disabled={outcome === 'uploading'}
            className="shrink-0"
          >
            {outcome === 'uploading' ? t.uploading : t.upload}
          </Button>
        ) : null}
      </div>
      {outcome === 'signed-out' ? (
        <Notice tone="warning" title={t.signedOut} role="alert">
          <p>{t.signedOutText}</p>
          <ButtonLink
            to={`/staff/sign-in?${new URLSearchParams({ redirectTo: barePath(pathname) })}`}
            reloadDocument
          >
            {t.signIn}
          </ButtonLink>
        </Notice>
      ) : null}
      <RefusedSales {...sales} kept={kept} />
    </section>
  )
}
