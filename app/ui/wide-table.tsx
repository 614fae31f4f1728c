import type { ReactNode } from 'react'
import type { Fen } from '#app/kernel/money.ts'
import { LocalLink } from './local-link.tsx'
import { Money } from './money.tsx'

type WideTableProps = {
  /** What it is of, for who cannot see what stands around it. */
  label: string
  /** Without a frame where it is part of a sheet. */
  isPlain?: boolean
  children: ReactNode
}

/** A table that may be wider than the screen: it scrolls within itself. */
export function WideTable({ label, isPlain = false, children }: WideTableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
      tabIndex={0}
      className={`overflow-x-auto print:overflow-visible ${isPlain ? '' : 'rounded-md border border-line bg-card'}`}
    >
      <table className="w-full text-sm">{children}</table>
    </section>
  )
}

type ColumnsProps = { texts: ReadonlyArray<string>; figures: ReadonlyArray<string> }

/** Columns of words first, then those of figures, which end at their right. */
export function Columns({ texts, figures }: ColumnsProps) {
  return (
    <thead className="text-muted">
      <tr>
        {texts.map((title) => (
          <th key={title} scope="col" className={`${heading} text-left whitespace-nowrap`}>
            {title}
          </th>
        ))}
        {figures.map((title) => (
          <th
            key={title}
            scope="col"
            className={`${heading} text-right ${title.length > longest ? 'min-w-36' : 'whitespace-nowrap'}`}
          >
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const heading = 'px-3 py-2 font-normal'
/** Longer headings, with the name of a fair in them, would push the last columns off the screen: they break. */
const longest = 14

type AmountCellProps = {
  amount: Fen | null
  isMain?: boolean
  /** What is behind it, and what that is called for who cannot see the table. */
  link?: { to: string; label: string } | null
}

/** Nothing and none are a stroke; the amount that the row is about stands out. */
export function AmountCell({ amount, isMain = false, link = null }: AmountCellProps) {
  return (
    <td className="px-3 py-2 text-right">
      {amount === null || amount === 0 ? (
        <span className="text-muted">—</span>
      ) : (
        <Linked link={link}>
          <Money amount={amount} size="small" className={isMain ? '' : 'font-normal'} />
        </Linked>
      )}
    </td>
  )
}

/** Relative, so that the words for who cannot see the table scroll with it and do not widen the page. */
function Linked({ link, children }: { link: AmountCellProps['link']; children: ReactNode }) {
  if (!link) return children
  return (
    <LocalLink to={link.to} className="relative hover:text-cinnabar">
      {children}
      <span className="sr-only">{link.label}</span>
    </LocalLink>
  )
}

export function CountCell({ count }: { count: number }) {
  return <td className="figures px-3 py-2 text-right whitespace-nowrap">{count.toLocaleString('en')}</td>
}
