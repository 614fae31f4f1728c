import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import type { KeptSales } from './use-kept-sales.ts'

export function UploadButton({ isUploading, upload }: Pick<KeptSales, 'isUploading' | 'upload'>) {
  const t = useStaffMessages().booths.sync
  return (
    <Button
      type="button"
      kind="secondary"
      onClick={() => void upload()}
      aria-disabled={isUploading}
      className="shrink-0"
    >
      {isUploading ? t.uploading : t.upload}
    </Button>
  )
}
