import { useEffect, useRef, useState } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'

/** The Barcode Detection API, which few browsers have: https://wicg.github.io/shape-detection-api/ */
type Detector = { detect(source: HTMLVideoElement): Promise<Array<{ rawValue: string }>> }
type WithDetector = {
  BarcodeDetector: {
    new (options: { formats: Array<string> }): Detector
    getSupportedFormats(): Promise<Array<string>>
  }
}

const formats = ['ean_13', 'ean_8', 'upc_a', 'code_128', 'qr_code']
const pause = 200

/** Which codes the browser reads: some have the interface and can read none. */
export async function findFormats(): Promise<Array<string>> {
  if (!('BarcodeDetector' in window) || !('mediaDevices' in navigator)) return []
  const read = await (window as unknown as WithDetector).BarcodeDetector.getSupportedFormats()
  return formats.filter((format) => read.includes(format))
}

type BarcodeCameraProps = { formats: Array<string>; onCode: (code: string) => void }

/** Looks until it sees a code; the camera goes off with the component. */
export function BarcodeCamera({ formats: read, onCode }: BarcodeCameraProps) {
  const t = useStaffMessages().booths.till
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef(onCode)
  tell.current = onCode
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    if (video.current)
      lookForCode(video.current, read, stop.signal).then(
        (code) => code !== null && tell.current(code),
        () => setFailed(true),
      )
    return () => stop.abort()
  }, [read])
  if (hasFailed) return <Notice tone="warning">{t.noCamera}</Notice>
  return (
    <figure className="grid gap-1">
      <video ref={video} muted playsInline className="aspect-video w-full rounded-md bg-ink object-cover" />
      <figcaption className="text-sm text-muted">{t.scanning}</figcaption>
    </figure>
  )
}

async function lookForCode(
  video: HTMLVideoElement,
  formats: Array<string>,
  signal: AbortSignal,
): Promise<string | null> {
  const detector = new (window as unknown as WithDetector).BarcodeDetector({ formats })
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  try {
    video.srcObject = stream
    if (!signal.aborted) await video.play()
    while (!signal.aborted) {
      const [code] = await detector.detect(video)
      if (code) return code.rawValue
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return null
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}
