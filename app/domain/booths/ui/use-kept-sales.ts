import { useCallback, useEffect, useRef, useState } from 'react'
import { systemClock } from '#app/kernel/clock.ts'
import {
  discardSale,
  type KeptSale,
  keepSale,
  listKept,
  replaceSale,
  retryRefused,
  sellAsOther,
  undoSale,
} from '../phone/kept-sales.ts'
import { heldFor, nextPause } from '../phone/next-try.ts'
import { type Uploaded, uploadSales } from '../phone/upload-sales.ts'

/** What the phone keeps, and its way to the ledger: at once, when the network or the page is back, and ever so often. */
export function useKeptSales() {
  const [kept, setKept] = useState<ReadonlyArray<KeptSale> | null>(null)
  /** Of the last try, also while another one is under way: nothing comes and goes before the eye. */
  const [uploaded, setUploaded] = useState<Uploaded>({ outcome: 'done' })
  const [isUploading, setUploading] = useState(true)
  const heldUntil = useRef(0)

  const upload = useCallback(async () => {
    setKept(await listKept())
    setUploading(true)
    const result = await uploadSales()
    setKept(await listKept())
    setUploading(false)
    // Of what another tab is at, that one knows how it went.
    if (result.outcome === 'busy') return result
    setUploaded(result)
    heldUntil.current = systemClock.now().getTime() + heldFor(result)
    return result
  }, [])
  /** What nobody asked for leaves a shop alone that has asked for it. */
  const uploadByItself = useCallback(async (): Promise<Uploaded> => {
    const left = heldUntil.current - systemClock.now().getTime()
    if (left <= 0) return await upload()
    setKept(await listKept())
    return { outcome: 'too-many', retryAfter: Math.ceil(left / 1_000) }
  }, [upload])

  useUploadMoments(uploadByItself)

  /** Resolves when it is safe on the phone; the upload goes on by itself. */
  async function change(work: Promise<void>): Promise<void> {
    await work
    setKept(await listKept())
    if (systemClock.now().getTime() >= heldUntil.current) void askForBackgroundSync()
    void uploadByItself()
  }

  return {
    kept,
    uploaded,
    isUploading,
    upload,
    record: (sale: KeptSale) => change(keepSale(sale)),
    undo: (ref: string) => change(undoSale(ref)),
    replace: (ref: string, by: KeptSale) => change(replaceSale(ref, by)),
    async retry() {
      await retryRefused()
      await upload()
    },
    async discard(ref: string) {
      await discardSale(ref)
      setKept(await listKept())
    },
    async sellAsOther(ref: string) {
      await sellAsOther(ref)
      await upload()
    },
  }
}

export type KeptSales = ReturnType<typeof useKeptSales>

function useUploadMoments(upload: () => Promise<Uploaded>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isGone = false
    let pause = 0
    const work = async () => {
      clearTimeout(timer)
      // Nothing waits for the answer: what fails is tried again.
      const result = await upload().catch((): Uploaded => ({ outcome: 'not-answering' }))
      pause = nextPause(result, pause)
      clearTimeout(timer)
      if (!isGone) timer = setTimeout(work, pause)
    }
    const onVisible = () => document.visibilityState === 'visible' && void work()
    void work()
    window.addEventListener('online', work)
    window.addEventListener('focus', work)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isGone = true
      clearTimeout(timer)
      window.removeEventListener('online', work)
      window.removeEventListener('focus', work)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [upload])
}

type SyncingRegistration = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

/** Where browsers have it the worker uploads when the network is back, though the page is closed. */
async function askForBackgroundSync(): Promise<void> {
  const registration: SyncingRegistration | undefined = await navigator.serviceWorker?.getRegistration()
  await registration?.sync?.register('booth-sales').catch(() => undefined)
}
