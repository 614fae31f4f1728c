import { type ReactNode, useEffect, useRef } from 'react'
import { CardSection } from './card.tsx'
import type { ChartOption } from './echarts.client.ts'

type ChartProps = {
  option: ChartOption
  /** What it shows, for whoever does not see it; its figures stand in a table beside it. */
  label: string
  className?: string
}

/** A drawing beside a table: without JavaScript there is the table. The library is loaded by the pages that draw. */
export function Chart({ option, label, className = 'h-64' }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let isGone = false
    let end: (() => void) | undefined
    import('./echarts.client.ts').then(({ drawChart }) => {
      if (!isGone) end = drawChart(element, option)
    })
    return () => {
      isGone = true
      end?.()
    }
  }, [option])
  return (
    <div
      ref={frame}
      role="img"
      aria-label={label}
      className={`w-full overflow-hidden noscript:hidden ${className}`}
    />
  )
}

/** The card around it, which is not there where no script draws: an empty box would wait for ever. */
export function ChartCard({
  className = '',
  ...card
}: {
  id: string
  title: ReactNode
  children: ReactNode
  className?: string
}) {
  return <CardSection {...card} className={`gap-3 noscript:hidden ${className}`} />
}
