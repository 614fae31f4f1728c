import { useCallback, useEffect, useRef, useState } from 'react'
import {
  discardSale,
  type KeptSale,
  keepSale,
  listKept,
  retryRefused,
  sellAsOther,
  undoSale,
} from '../phone/kept-sales.ts'
import { type UploadOutcome, uploadSales } from '../phone/upload-sales.ts'

const shortest = 5_000
const longest = 2 * 60_000

/** What the phone keeps, and its way to the ledger: at once, when the network or the page is back, and ever so often. */
export function useKeptSales() {
  const [kept, setKept] = useState<ReadonlyArray<KeptSale> | null>(null)
  const [outcome, setOutcome] = useState<UploadOutcome | 'uploading'>('uploading')
  const pause = useRef(shortest)

  const upload = useCallback(async () => {
    setKept(await listKept())
    setOutcome('uploading')
    const result = await uploadSales()
    setKept(await listKept())
    setOutcome(result)
    pause.current = result === 'offline' ? Math.min(pause.current * 2, longest) : shortest
    return result
  }, [])

  useUploadMoments(upload, pause)

  return {
    kept,
    outcome,
    upload,
    /** Resolves when it is safe on the phone; the upload goes on by itself. */
    async record(sale: KeptSale) {
      await keepSale(sale)
      setKept(await listKept())
      void askForBackgroundSync()
      void upload()
    },
    /** The same of what is taken back. */
    async undo(ref: string) {
      await undoSale(ref)
      setKept(await listKept())
      void askForBackgroundSync()
      void upload()
    },
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

function useUploadMoments(upload: () => Promise<UploadOutcome>, pause: { current: number }): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isGone = false
    const work = () => {
      clearTimeout(timer)
      // Nothing waits for the answer: what fails is tried again.
      void upload().finally(() => {
        if (!isGone) timer = setTimeout(work, pause.current)
      })
    }
    const onVisible = () => document.visibilityState === 'visible' && work()
    work()
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
  }, [upload, pause])
}

type SyncingRegistration = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

/** Where browsers have it the worker uploads when the network is back, though the page is closed. */
async function askForBackgroundSync(): Promise<void> {
  const registration: SyncingRegistration | undefined = await navigator.serviceWorker?.getRegistration()
  await registration?.sync?.register('booth-sales').catch(() => undefined)
}
