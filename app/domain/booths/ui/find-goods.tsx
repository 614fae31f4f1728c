import { useEffect, useState } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { BarcodeCamera, findFormats } from './barcode-camera.tsx'

type FindGoodsProps = {
  text: string
  onText: (text: string) => void
  /** A code that was scanned, or typed and entered. */
  onCode: (code: string) => void
}

/** The code by camera where the browser can, by a scanner that types, or by hand; a name narrows the grid. */
export function FindGoods({ text, onText, onCode }: FindGoodsProps) {
  const t = useStaffMessages().booths.till
  const [formats, setFormats] = useState<Array<string>>([])
  const [isScanning, setScanning] = useState(false)
  useEffect(() => {
    // A browser that cannot say reads none: codes are typed.
    findFormats().then(setFormats, () => undefined)
  }, [])
  return (
    <div className="grid gap-2">
      <div className="flex gap-2">
        <input
          type="search"
          aria-label={t.find}
          placeholder={t.find}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && onCode(text.normalize('NFKC').trim())}
          className="min-h-12 w-full rounded-full border border-line-deep bg-card px-4 text-base placeholder:text-muted"
        />
        {formats.length > 0 ? (
          <Button
            type="button"
            kind="secondary"
            size="large"
            className="shrink-0"
            onClick={() => setScanning(!isScanning)}
          >
            {isScanning ? t.stopScan : t.scan}
          </Button>
        ) : null}
      </div>
      {isScanning ? (
        <BarcodeCamera
          formats={formats}
          onCode={(code) => {
            setScanning(false)
            onCode(code)
          }}
        />
      ) : null}
    </div>
  )
}
