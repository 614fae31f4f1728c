import { formatLargeFen } from '#app/kernel/large-sums.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { fen } from '#app/kernel/money.ts'

const ink = '#2a2420'
const muted = '#7a6e63'

export const mainColor = '#b3362a'
export const besideColor = '#d9a441'

/** What drawings of sums have alike: their frame, their axes, and bars that stand one upon the other. */
export function moneyBars(locale: Locale) {
  const money = (value: unknown) => formatLargeFen(fen(Math.round(Number(value))), locale)
  return {
    frame: {
      grid: { left: 8, right: 16, top: 32, bottom: 8, outerBoundsMode: 'same' as const },
      legend: { top: 0, right: 0, textStyle: { color: ink } },
      tooltip: {
        trigger: 'axis' as const,
        renderMode: 'richText' as const,
        confine: true,
        valueFormatter: money,
      },
    },
    sums: {
      type: 'value' as const,
      axisLabel: { color: muted, formatter: money, hideOverlap: true },
      splitLine: { lineStyle: { color: '#e8dfd2' } },
    },
    names: (data: Array<string>) => ({
      type: 'category' as const,
      data,
      axisLabel: { color: ink, width: 120, overflow: 'truncate' as const },
      axisTick: { show: false },
    }),
    bars: (color: string, data: Array<number>, name = '') => ({
      type: 'bar' as const,
      stack: 'all',
      name,
      color,
      data,
      barMaxWidth: 28,
    }),
  }
}
