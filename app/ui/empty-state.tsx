import type { ReactNode } from 'react'

/** Says what is not there and what to do next. `picture` is a motif; `children` are the next steps. */
export function EmptyState({
  title,
  text,
  picture,
  children,
}: {
  title: string
  text?: string
  picture?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="grid grid-cols-1 justify-items-center gap-4 px-4 py-12 text-center">
      {picture}
      <h2 className="title-font text-xl">{title}</h2>
      {text ? <p className="max-w-text text-muted">{text}</p> : null}
      {children ? <div className="flex flex-wrap justify-center gap-3">{children}</div> : null}
    </div>
  )
}
