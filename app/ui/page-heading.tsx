import type { ReactNode } from 'react'
import { LocalLink } from './local-link.tsx'

type Crumb = { title: string; to: string }

export function PageHeading({
  title,
  text,
  trail,
  trailLabel,
  badges,
  children,
}: {
  title: string
  text?: string
  trail?: ReadonlyArray<Crumb>
  trailLabel?: string
  /** How it stands, beside its name. */
  badges?: ReactNode
  /** What can be done, at the end of the line. */
  children?: ReactNode
}) {
  return (
    <header className="grid gap-2 py-6">
      {trail ? <Breadcrumbs trail={trail} label={trailLabel ?? ''} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="title-font text-2xl md:text-3xl">{title}</h1>
          {badges}
        </div>
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
            <LocalLink to={crumb.to} className="-my-1 flex min-h-11 items-center hover:text-cinnabar">
              {crumb.title}
            </LocalLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
