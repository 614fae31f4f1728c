import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'

/** What one takes along of a page: its table for a spreadsheet, with the filters of the address, and the page on paper. */
export function TakeAway({ file }: { file: string }) {
  const t = useStaffMessages().staff.takeAway
  return (
    <SheetLinks file={file}>
      <PrintButton kind="secondary" size="small">
        {t.print}
      </PrintButton>
    </SheetLinks>
  )
}

/** @param file its path without the ending */
export function SheetLinks({ file, children }: { file: string; children?: ReactNode }) {
  const t = useStaffMessages().staff.takeAway
  const query = new URLSearchParams(useLocation().search)
  query.delete('after')
  const search = query.size > 0 ? `?${query}` : ''
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {(['XLSX', 'CSV'] as const).map((format) => (
        <ButtonLink
          key={format}
          to={`${file}.${format.toLowerCase()}${search}`}
          kind="secondary"
          size="small"
          reloadDocument
        >
          {t.download(format)}
        </ButtonLink>
      ))}
      {children}
    </div>
  )
}
