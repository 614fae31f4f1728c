import type { ReactNode } from 'react'
import { CardSection } from './card.tsx'
import { LocalLink } from './local-link.tsx'

type RecentFile = { id: string; fileName: string; totalRows: number }
type RecentFilesProps<Item extends RecentFile> = {
  words: { recent: string; none: string; rows: (count: number) => string }
  /** Where one of them is opened, under its id. */
  home: string
  items: ReadonlyArray<Item>
  /** How it stands. */
  badge: (item: Item) => ReactNode
}

/** Files that were sent in lately. */
export function RecentFiles<Item extends RecentFile>({ words, home, items, badge }: RecentFilesProps<Item>) {
  return (
    <CardSection id="recent" title={words.recent}>
      {items.length === 0 ? (
        <p className="text-muted">{words.none}</p>
      ) : (
        <ul className="grid grid-cols-1 divide-y divide-line">
          {items.map((item) => (
            <li key={item.id} className="flex min-h-12 flex-wrap items-center gap-x-3">
              <LocalLink
                to={`${home}/${item.id}`}
                className="min-w-0 py-2 font-medium break-all hover:text-cinnabar"
                translate="no"
              >
                {item.fileName}
              </LocalLink>
              {badge(item)}
              <span className="figures text-sm text-muted">{words.rows(item.totalRows)}</span>
            </li>
          ))}
        </ul>
      )}
    </CardSection>
  )
}
