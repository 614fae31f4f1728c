import { useNavigation } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import type { Autosave } from './use-autosave.ts'

type EditorBarProps = { saving: Autosave; savedAt: Date }

/** Whether what is written is safe, and the two acts, in reach of the thumb. */
export function EditorBar({ saving, savedAt }: EditorBarProps) {
  const t = useStaffMessages().listings.editor
  const isBusy = useNavigation().state !== 'idle'
  return (
    <div className="bottom-bar">
      <p aria-live="polite" className="figures min-w-0 flex-1 basis-24 text-xs text-muted">
        <SaveState saving={saving} savedAt={savedAt} />
      </p>
      <Button name="intent" value="save" kind="secondary" disabled={isBusy}>
        {t.save}
      </Button>
      <Button name="intent" value="submit" disabled={isBusy}>
        {t.submit}
      </Button>
    </div>
  )
}

function SaveState({ saving: { isSaving, answer }, savedAt }: EditorBarProps) {
  const t = useStaffMessages().listings.editor
  if (isSaving) return t.saving
  if (answer?.failure === 'unreachable') return t.unreachable
  if (answer && !answer.savedAt) return t.notSaved
  return t.savedAt(shanghaiMinute(answer?.savedAt ?? savedAt).slice(5))
}
