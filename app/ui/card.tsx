import type { ReactNode } from 'react'

type CardProps = {
  children: ReactNode
  as?: 'div' | 'section' | 'article' | 'li'
  className?: string
  labelledBy?: string
}

export function Card({ children, as: Element = 'div', className = '', labelledBy }: CardProps) {
  return (
    <Element
      aria-labelledby={labelledBy}
      className={`rounded-md border border-line bg-card p-4 md:p-6 ${className}`}
    >
      {children}
    </Element>
  )
}

type CardSectionProps = { id: string; title: ReactNode; children: ReactNode; className?: string }

/** A card that is a part of the page, under a heading of its own. */
export function CardSection({ id, title, children, className = 'gap-3' }: CardSectionProps) {
  return (
    <Card as="section" labelledBy={id} className={`grid grid-cols-1 ${className}`}>
      <h2 id={id} className="text-lg font-medium">
        {title}
      </h2>
      {children}
    </Card>
  )
}
