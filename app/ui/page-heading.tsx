import type { ReactNode } from 'react'
import { LocalLink } from './local-link.tsx'

type Crumb = { title: string; to: string }

export function PageHeading({
  title,
  text,
  trail,
  trailLabel,
  children,
}: {
  title: string
  text?: string
  trail?: ReadonlyArray<Crumb>
  trailLabel?: string
  children?: ReactNode
}) {
  return (
    <header className="grid gap-2 py-6">
      {trail ? <Breadcrumbs trail={trail} label={trailLabel ?? ''} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="title-font text-2xl md:text-3xl">{title}</h1>
        {children}
      </div>
      {text ? <p className="max-w-text text-muted">{text}</p> : null}
    </header>
  )
}

export function Breadcrumbs({ trail, label }: { trail: ReadonlyArray<Crumb>; label: string }) {
  return (
    <nav aria-label={label} className="text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-2">
        {trail.map((crumb, index) => (
          <li key={crumb.to} className="flex items-center gap-2">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            <LocalLink to={crumb.to} className="py-1 hover:text-cinnabar">
              {crumb.title}
            </LocalLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
