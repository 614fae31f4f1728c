import type { ReactNode } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { DocumentView } from '../document.ts'

type DocumentListProps = {
  documents: ReadonlyArray<DocumentView>
  /** Where the photos are: `<base>/<document>/<index>`, behind the gate of whoever looks; null for who may not see them. */
  base: string | null
  /** What can be done with each. */
  actions?: (document: DocumentView) => ReactNode
}

export function DocumentList({ documents, base, actions }: DocumentListProps) {
  const t = useStaffMessages().joining.documents
  if (documents.length === 0) return <p className="text-sm text-muted">{t.none}</p>
  return (
    <ul className="grid divide-y divide-line">
      {documents.map((document) => (
        <li key={document.id} className="grid gap-3 py-4 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start justify-between gap-2">
            <DocumentTitle document={document} />
            {actions?.(document)}
          </div>
          {base === null ? null : <Photos document={document} base={base} />}
        </li>
      ))}
    </ul>
  )
}

const tones = { valid: 'grass', expiring: 'millet', expired: 'berry', outlived: 'plain' } as const

export function DocumentBadge({ state }: Pick<DocumentView, 'state'>) {
  const t = useStaffMessages().joining.documents
  return <Badge tone={tones[state]}>{t.state[state]}</Badge>
}

function DocumentTitle({ document }: { document: DocumentView }) {
  const t = useStaffMessages().joining.documents
  const { kind, number, expiresOn, state } = document
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t.kinds[kind]}</span>
        <DocumentBadge state={state} />
      </p>
      <p className="figures text-muted">
        {number ? (
          <span lang="zh-CN" className="mr-3">
            {number}
          </span>
        ) : null}
        {expiresOn ? t.until(expiresOn) : t.forGood}
      </p>
    </div>
  )
}

function Photos({ document: { id, kind, photos }, base }: { document: DocumentView; base: string }) {
  const t = useStaffMessages().joining.documents
  return (
    <ul className="flex flex-wrap gap-2">
      {Array.from({ length: photos }, (_, index) => `${base}/${id}/${index}`).map((href, index) => (
        <li key={href}>
          <a href={href} target="_blank" rel="noreferrer" className="block">
            <img
              src={href}
              alt={t.photo(t.kinds[kind], index + 1)}
              loading="lazy"
              className="h-28 w-36 rounded-sm border border-line bg-paper object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
