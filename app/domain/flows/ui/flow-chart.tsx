import { useMemo } from 'react'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Chart } from '#app/ui/chart.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { Flow } from '../flow.ts'

const colors = { district: '#b3362a', division: '#4f7a4a', paired: '#d9a441', other: '#b9ab9a' }

/** Districts to the left, divisions to the right; ribbons between paired ones in gold. */
export function FlowChart({ rows }: { rows: ReadonlyArray<Flow> }) {
  const t = useStaffMessages().flows
  const locale = useLocale()
  const option = useMemo(() => {
    // What was sent back entirely, and more, has no width to draw.
    const drawn = rows.filter(({ totalFen }) => totalFen > 0)
    const node = (name: string, color: string) => ({ name, itemStyle: { color } })
    return {
      tooltip: {
        trigger: 'item' as const,
        renderMode: 'richText' as const,
        confine: true,
        valueFormatter: (value: unknown) => formatLargeFen(fen(Math.round(Number(value))), locale),
      },
      series: [
        {
          type: 'sankey' as const,
          left: 8,
          right: 112,
          top: 8,
          bottom: 8,
          nodeGap: 10,
          nodeWidth: 14,
          draggable: false,
          label: { color: '#2a2420', width: 104, overflow: 'truncate' as const },
          emphasis: { focus: 'adjacency' as const },
          data: [
            ...[...new Set(drawn.map(({ district }) => district))].map((name) => node(name, colors.district)),
            ...[...new Set(drawn.map(({ division }) => division))].map((name) => node(name, colors.division)),
          ],
          links: drawn.map((flow) => ({
            source: flow.district,
            target: flow.division,
            value: flow.totalFen,
            lineStyle: {
              color: flow.isPaired ? colors.paired : colors.other,
              opacity: flow.isPaired ? 0.6 : 0.3,
            },
          })),
        },
      ],
    }
  }, [rows, locale])
  return <Chart option={option} label={t.chart} className="h-[34rem]" />
}
