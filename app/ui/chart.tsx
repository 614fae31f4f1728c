import { useEffect, useRef } from 'react'
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
  return <div ref={frame} role="img" aria-label={label} className={`w-full overflow-hidden ${className}`} />
}
