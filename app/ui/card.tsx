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
