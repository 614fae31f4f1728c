import { useFetcher, useLocation } from '@remix-run/react'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ListingDraft } from '../draft.ts'
import type { EditAnswer } from '../edit-listing.server.ts'
import { readListingForm } from '../listing-form.ts'
import { changedFields } from '../merge-drafts.ts'

/** What the next save begins from: sent with the form as `version`, `base` and `seenWish`. */
export type Kept = { version: number; base: ListingDraft; wish: string }

export type Autosave = {
  kept: Kept
  /** What the last save was answered. */
  answer: EditAnswer | undefined
  isSaving: boolean
  /** When the writer pauses, leaves the field, or leaves the page. */
  saveSoon: () => void
  saveNow: () => void
  /** Whatever is waiting to be saved, now. */
  flush: () => void
  /** Ends a conflict: mine is what counts. */
  keepMine: () => void
  /**
   * Before the whole form is sent: nothing more is saved by itself, and where a save is under way it is waited for.
   * True when the form has to wait; then `resume` sends it.
   */
  hold: (resume: () => void) => boolean
}

type Now = {
  isIdle: boolean
  isWanted: boolean
  isStopped: boolean
  kept: Kept
  resume: (() => void) | null
}

const pause = 1_200
const retryAfter = 5_000

/**
 * Sends the form whenever the writer pauses, one request at a time. A conflict with somebody else stops it until it is
 * settled; after a lost connection it tries again.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  initial: Kept,
  isInConflict: boolean,
): Autosave {
  const fetcher = useFetcher<{ edited?: EditAnswer }>()
  const { submit } = fetcher
  const data = fetcher.data?.edited
  const isIdle = fetcher.state === 'idle'
  const { pathname: action } = useLocation()
  const [kept, setKept] = useState(initial)
  const [answer, setAnswer] = useState<EditAnswer>()
  // Read by callbacks at once, without waiting for the next drawing: nobody must be in conflict with themselves.
  const [due, setDue] = useState<{ resume: () => void }>()
  const now = useRef<Now>({ isIdle, isWanted: false, isStopped: isInConflict, kept, resume: null })
  const timer = useRef<ReturnType<typeof setTimeout>>()

  const saveNow = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (!form.current || now.current.isStopped) return
    now.current.isWanted = !now.current.isIdle
    if (now.current.isWanted) return
    const fields = new FormData(form.current)
    fields.delete('photos')
    fields.set('intent', 'autosave')
    fields.set('version', String(now.current.kept.version))
    fields.set('base', JSON.stringify(now.current.kept.base))
    fields.set('seenWish', now.current.kept.wish)
    now.current.isIdle = false
    submit(fields, { method: 'post', action, encType: 'multipart/form-data' })
  }, [form, submit, action])

  const saveSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(saveNow, pause)
  }, [saveNow])

  const flush = useCallback(() => {
    if (timer.current !== undefined) saveNow()
  }, [saveNow])

  const keepMine = useCallback(() => {
    now.current.isStopped = false
    setAnswer(undefined)
    saveNow()
  }, [saveNow])

  const hold = useCallback((resume: () => void) => {
    clearTimeout(timer.current)
    timer.current = undefined
    now.current.isWanted = false
    now.current.resume = now.current.isIdle ? null : resume
    return !now.current.isIdle
  }, [])

  const heard = useRef<EditAnswer>()
  const hear = useCallback(
    (said: EditAnswer) => {
      heard.current = said
      const { version, base, keptWish, conflict, failure } = said
      setAnswer(said)
      if (version !== undefined && base) {
        now.current.kept = { version, base, wish: keptWish ?? now.current.kept.wish }
        setKept(now.current.kept)
      }
      now.current.isStopped = conflict !== undefined
      if (failure === 'unreachable') timer.current = setTimeout(saveNow, retryAfter)
    },
    [saveNow],
  )

  // Each answer once; then what waited while the save was under way: the whole form, or what was typed. Only here is
  // there no save any more: a drawing that does not know yet of what was just sent must not let a second go beside it.
  useEffect(() => {
    if (data && data !== heard.current) hear(data)
    if (!isIdle) return
    const { resume, isWanted, isStopped } = now.current
    now.current.isIdle = true
    now.current.resume = null
    if (resume && !isStopped) setDue({ resume })
    else if (isWanted) saveNow()
  }, [isIdle, data, hear, saveNow])

  // When the form shows the version that was saved: what is sent with an older one is refused.
  useEffect(() => {
    due?.resume()
  }, [due])

  // What was typed before the script ran.
  useEffect(() => {
    const typed = form.current && readListingForm(new FormData(form.current)).draft
    if (typed && changedFields(now.current.kept.base, typed).length > 0) saveSoon()
  }, [form, saveSoon])

  // A phone that goes to sleep, or to another app, may not come back.
  useEffect(() => {
    document.addEventListener('visibilitychange', flush)
    return () => document.removeEventListener('visibilitychange', flush)
  }, [flush])

  return { kept, answer, isSaving: !isIdle, saveSoon, saveNow, flush, keepMine, hold }
}
