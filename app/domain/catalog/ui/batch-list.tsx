import { useMessages } from '#app/messages/messages.ts'
import type { BatchView } from '../product-page.ts'

export function BatchList({ batches }: { batches: ReadonlyArray<BatchView> }) {
  const t = useMessages().catalog.product
  return (
    <ul className="grid gap-4 text-sm">
      {batches.map((batch) => (
        <li key={batch.code} className="grid gap-1">
          <p className="figures font-medium">
            {t.batch(batch.code)}{' '}
            <span className="font-normal text-muted">{t.producedOn(batch.producedOn)}</span>
          </p>
          {batch.papers.map((paper) => (
            <p key={paper.number} className="text-muted">
              {t.papers[paper.kind]} <span className="figures">{paper.number}</span> · {paper.issuer}
              {paper.expiresOn ? ` · ${t.validUntil(paper.expiresOn)}` : ''}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
