import { useEffect } from 'react'

/** Of Chromium, as is the reading of barcodes: https://www.w3.org/TR/permissions-policy/ */
type WithPolicy = { featurePolicy?: { allowsFeature(feature: string): boolean } }

/**
 * Who may use the camera is said of a document, not of an address. Whoever came to the booth by a link or a sign-in has
 * the document of another page, which may not: the booth's is loaded instead, once.
 */
export function useCameraDocument(): void {
  useEffect(() => {
    if (!('BarcodeDetector' in window)) return
    const { featurePolicy } = document as WithPolicy
    const [entry] = performance.getEntriesByType('navigation')
    const isReloaded = entry instanceof PerformanceNavigationTiming && entry.type === 'reload'
    if (featurePolicy && !featurePolicy.allowsFeature('camera') && !isReloaded) window.location.reload()
  }, [])
}
