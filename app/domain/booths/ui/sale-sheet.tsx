import { type ReactNode, useCallback } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'

type SaleSheetProps = { title: string; text: string; onClose: () => void; children: ReactNode }

/**
 * Comes up from below, where the thumb is; a part of the page where no script runs. It is one element all the while, so
 * that what was typed into it before the script ran stays in it.
 */
export function SaleSheet({ title, text, onClose, children }: SaleSheetProps) {
  const t = useStaffMessages().booths.line
  const isScripted = useIsScripted()
  // Before what is in it asks for the focus.
  const open = useCallback(
    (dialog: HTMLDialogElement | null) => {
      if (isScripted && dialog) showModal(dialog)
    },
    [isScripted],
  )
  return (
    <dialog
      ref={open}
      open={!isScripted}
      onClose={onClose}
      tabIndex={-1}
      aria-labelledby="sale"
      className={`${isScripted ? 'mx-auto mt-auto mb-0 max-h-[92dvh] max-w-text overflow-y-auto pb-8 backdrop:bg-ink/50' : 'static m-0 max-w-none'} w-full rounded-md border border-line bg-card p-4 text-ink outline-none`}
    >
      <div className="grid grid-cols-1 gap-4">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h2 id="sale" className="truncate text-lg font-medium">
              {title}
            </h2>
            <p className="text-sm text-muted">{text}</p>
          </div>
          {isScripted ? (
            <button
              type="button"
              onClick={(event) => event.currentTarget.closest('dialog')?.close()}
              aria-label={t.close}
              className="-mt-2 -mr-2 grid size-12 shrink-0 place-items-center"
            >
              <Icon name="close" />
            </button>
          ) : null}
        </div>
        {children}
      </div>
    </dialog>
  )
}

/**
 * Whoever types in it already goes on typing. Of its own it would lead the focus to the button that closes it, and the
 * Enter that opened it would press that.
 */
function showModal(dialog: HTMLDialogElement) {
  const last = document.activeElement
  dialog.showModal()
  const place = last instanceof HTMLElement && dialog.contains(last) ? last : dialog
  place.focus()
}
