import { ProductView } from '#app/domain/catalog/ui/product-view.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ListingPreview } from '../preview-listing.server.ts'

type PreviewProps = { preview: ListingPreview; back: { to: string; title: string } }

/** The shopper's own page, under one line that says that it is not there yet. */
export function Preview({ preview, back }: PreviewProps) {
  const t = useStaffMessages().listings.preview
  return (
    <div className="grid grid-cols-1 gap-4 pt-4">
      <Notice>
        {preview.product ? t.text : t.noCategory}{' '}
        <LocalLink to={back.to} className="font-medium text-cinnabar underline underline-offset-4">
          {back.title}
        </LocalLink>
      </Notice>
      {preview.product ? (
        <div className="-mx-4 md:-mx-8">
          <ProductView product={preview.product} isPreview />
        </div>
      ) : null}
    </div>
  )
}
