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
    const sum = (flows: ReadonlyArray<Flow>) => flows.reduce((total, { totalFen }) => total + totalFen, 0)
    // The thin ones have no room for a name: the table has it, and whoever points at them.
    const leastNamed = sum(drawn) / 80
    const nodes = (side: 'district' | 'division') =>
      [...new Set(drawn.map((flow) => flow[side]))].map((name) => ({
        name,
        itemStyle: { color: colors[side] },
        label: { show: sum(drawn.filter((flow) => flow[side] === name)) >= leastNamed },
      }))
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
          data: [...nodes('district'), ...nodes('division')],
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
