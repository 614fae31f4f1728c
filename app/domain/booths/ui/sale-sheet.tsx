import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'

type SaleSheetProps = { title: string; text: string; onClose: () => void; children: ReactNode }

/** Comes up from below, where the thumb is; a part of the page where no script runs. */
export function SaleSheet({ title, text, onClose, children }: SaleSheetProps) {
  const isScripted = useIsScripted()
  const heading = (
    <div className="min-w-0">
      <h2 id="sale" className="truncate text-lg font-medium">
        {title}
      </h2>
      <p className="text-sm text-muted">{text}</p>
    </div>
  )
  if (isScripted)
    return (
      <Sheet heading={heading} onClose={onClose}>
        {children}
      </Sheet>
    )
  return (
    <section aria-labelledby="sale" className="grid gap-4 rounded-md border border-line bg-card p-4">
      {heading}
      {children}
    </section>
  )
}

function Sheet({
  heading,
  onClose,
  children,
}: {
  heading: ReactNode
  onClose: () => void
  children: ReactNode
}) {
  const t = useStaffMessages().booths.line
  const dialog = useRef<HTMLDialogElement>(null)
  // Before what is in it asks for the focus.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="sale"
      className="mx-auto mt-auto mb-0 max-h-[92dvh] w-full max-w-text overflow-y-auto rounded-md border border-line bg-card p-4 pb-8 text-ink backdrop:bg-ink/50"
    >
      <div className="grid grid-cols-1 gap-4">
        <div className="flex items-start justify-between gap-3">
          {heading}
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            aria-label={t.close}
            className="-mt-2 -mr-2 grid size-12 shrink-0 place-items-center"
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
