import { useFetcher } from '@remix-run/react'
import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

/** A removal is carried out at once, and can be taken back as long as the page is open. */
export type RemovedLine = { sku: string; quantity: number; title: string | null }

export function RemovedNotice({ removed, onUndo }: { removed: RemovedLine; onUndo: () => void }) {
  const t = useMessages().cart
  const fetcher = useFetcher({ key: 'cart-undo' })
  return (
    <Notice role="status">
      <fetcher.Form
        method="post"
        action={localPath(useLocale(), '/cart')}
        onSubmit={onUndo}
        className="flex flex-wrap items-center gap-x-3"
      >
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="sku" value={removed.sku} />
        <input type="hidden" name="quantity" value={removed.quantity} />
        <span>{removed.title ? t.removed(removed.title) : t.removedOne}</span>
        <Button kind="quiet" size="small">
          {t.undo}
        </Button>
      </fetcher.Form>
    </Notice>
  )
}
