import { useEffect } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import workerUrl from '../phone/booth-worker.ts?worker&url'

/** Lets the till open without a network: the worker keeps this page with its code and these pictures. */
export function useBoothWorker(pictures: ReadonlyArray<string>): void {
  const scope = localPath(useLocale(), '/booth')
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    void keepTill(scope, pictures).catch(() => undefined)
  }, [scope, pictures])
}

async function keepTill(scope: string, pictures: ReadonlyArray<string>): Promise<void> {
  const registration = await navigator.serviceWorker.register(workerUrl, { scope })
  // Asked for, not relied on: a full phone then throws other things away first.
  void navigator.storage?.persist?.()
  const worker = await untilActive(registration)
  const code = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const files = code.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'),
  )
  worker.postMessage({
    page: location.pathname,
    files: [...files.map(({ pathname }) => pathname), ...pictures],
  })
}

/** The newest: a worker of the build before would keep this page just as well, but is about to go. */
async function untilActive({
  installing,
  waiting,
  active,
}: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = installing ?? waiting ?? active
  if (!worker) throw new Error('no worker')
  if (worker.state === 'activated') return worker
  return await new Promise((resolve) => {
    worker.addEventListener('statechange', () => worker.state === 'activated' && resolve(worker))
  })
}
