import { BarChart, type BarSeriesOption, SankeyChart, type SankeySeriesOption } from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

export type ChartOption = ComposeOption<
  BarSeriesOption | SankeySeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>

/** Draws into the element and follows its size; returns what takes the drawing away. */
export function drawChart(element: HTMLElement, option: ChartOption): () => void {
  use([BarChart, SankeyChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])
  const chart = init(element)
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  // A tooltip of HTML would carry style attributes, which the policy of the page refuses.
  chart.setOption({ animation: !isStill, tooltip: { renderMode: 'richText', confine: true }, ...option })
  const sizes = new ResizeObserver(() => chart.resize())
  sizes.observe(element)
  return () => {
    sizes.disconnect()
    chart.dispose()
  }
}
