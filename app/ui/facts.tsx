import type { ReactNode } from 'react'

export type FactRow = readonly [title: string, value: ReactNode]
type RowsProps = { rows: ReadonlyArray<FactRow> }

/** What is known of something: names in a column, on phones above what they name. */
export function Facts({ rows }: RowsProps) {
  return (
    <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
      {rows.map(([title, value]) => (
        <div key={title} className="grid sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-muted">{title}</dt>
          <dd className="figures wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Short ones, above all sums: they end at the right, beneath one another. */
export function Amounts({ rows }: RowsProps) {
  return (
    <dl className="grid gap-2 text-sm">
      {rows.map(([title, value]) => (
        <div key={title} className="flex justify-between gap-4">
          <dt className="text-muted">{title}</dt>
          <dd className="figures text-right">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
