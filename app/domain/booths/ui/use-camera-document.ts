import { useEffect } from 'react'
import { barePath } from '#app/kernel/locale.ts'

/** Of Chromium, as is the reading of barcodes: https://www.w3.org/TR/permissions-policy/ */
type WithPolicy = { featurePolicy?: { allowsFeature(feature: string): boolean } }

/**
 * Who may use the camera is said of a document, not of an address. Whoever came to the booth by a link or a sign-in has
 * the document of another page, which may not: the booth's is loaded instead. One that was loaded as the booth's is left
 * as it is, whatever it may.
 */
export function useCameraDocument(): void {
  useEffect(() => {
    if (!('BarcodeDetector' in window)) return
    const { featurePolicy } = document as WithPolicy
    const [entry] = performance.getEntriesByType('navigation')
    const isOwn = barePath(new URL(entry?.name ?? window.location.href).pathname).startsWith('/booth')
    if (featurePolicy && !featurePolicy.allowsFeature('camera') && !isOwn) window.location.reload()
  }, [])
}
