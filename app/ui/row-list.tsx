import type { ReactNode } from 'react'
import { LocalLink } from './local-link.tsx'

type RowListProps = { label?: string; children: ReactNode }

/** A list on a card, one row each. */
export function RowList({ label, children }: RowListProps) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-1 divide-y divide-line rounded-md border border-line bg-card"
    >
      {children}
    </ul>
  )
}

type RowLinkProps = {
  to: string
  title: string
  /** Where the title is not in the page's own language. */
  titleLang?: 'zh-CN' | undefined
  /** A line about it. */
  note: ReactNode
  /** How it stands, at the row's end. */
  children: ReactNode
}

export function RowLink({ to, title, titleLang, note, children }: RowLinkProps) {
  return (
    <li>
      <LocalLink
        to={to}
        className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 hover:bg-paper"
      >
        <span className="min-w-0">
          <span className="block font-medium" lang={titleLang}>
            {title}
          </span>
          <span className="figures block break-keep text-sm text-muted">{note}</span>
        </span>
        <span className="ml-auto flex flex-wrap items-center justify-end gap-3 text-sm">{children}</span>
      </LocalLink>
    </li>
  )
}
