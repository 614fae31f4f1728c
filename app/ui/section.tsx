import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { LocalLink } from './local-link.tsx'

type SectionProps = {
  id: string
  title: string
  more?: { to: string; title: string }
  children: ReactNode
  className?: string
}

/** A part of a page: its heading, a way to more of it, its content. */
export function Section({ id, title, more, children, className = '' }: SectionProps) {
  return (
    <section aria-labelledby={id} className={`grid grid-cols-1 gap-4 ${className}`}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 id={id} className="title-font text-xl md:text-2xl">
          {title}
        </h2>
        {more ? (
          <LocalLink
            to={more.to}
            className="inline-flex items-center gap-1 whitespace-nowrap py-2 text-sm text-cinnabar"
          >
            {more.title}
            <Icon name="right" className="size-4" />
          </LocalLink>
        ) : null}
      </div>
      {children}
    </section>
  )
}
