/** Something that flows from one place to another. */
export type Flow = { from: string; to: string; amount: number; isPaired: boolean }

export type FlowNode = { name: string; y: number; height: number; amount: number }
export type Ribbon = { from: string; to: string; isPaired: boolean; path: string; width: number }

const gap = 6
/** A name has to be read, however little flows. */
const lineHeight = 38
const thinnest = 2

/** A Sankey of two columns, `width` by `height`: each side as its own column of bars, each flow as a ribbon between. */
export function layOutFlows(
  flows: ReadonlyArray<Flow>,
  { width, height }: { width: number; height: number },
): { left: Array<FlowNode>; right: Array<FlowNode>; ribbons: Array<Ribbon> } {
  const slots = [slotsOf(flows, ({ from }) => from, height), slotsOf(flows, ({ to }) => to, height)] as const
  // One scale for both sides: the largest at which each bar fits into its slot.
  const scale = Math.min(...slots.flat().map(({ slot, amount }) => slot / amount))
  const left = barsOf(slots[0], scale)
  const right = barsOf(slots[1], scale)
  const used = new Map<FlowNode, number>()
  /** The middle of the next free part of a bar. */
  function take(node: FlowNode | undefined, amount: number): number {
    if (!node) return 0
    const begin = used.get(node) ?? node.y
    used.set(node, begin + amount * scale)
    return round(begin + (amount * scale) / 2)
  }
  const ribbons = flows.map(({ from, to, amount, isPaired }) => {
    const begin = take(
      left.find(({ name }) => name === from),
      amount,
    )
    const end = take(
      right.find(({ name }) => name === to),
      amount,
    )
    const path = `M0 ${begin}C${width / 2} ${begin} ${width / 2} ${end} ${width} ${end}`
    return { from, to, isPaired, path, width: round(Math.max(thinnest, amount * scale)) }
  })
  return { left, right, ribbons }
}

type Slot = { name: string; amount: number; slot: number; y: number }

/** A line for each name, and what is left by amount. */
function slotsOf(flows: ReadonlyArray<Flow>, nameOf: (flow: Flow) => string, height: number): Array<Slot> {
  const amounts = new Map<string, number>()
  for (const flow of flows) amounts.set(nameOf(flow), (amounts.get(nameOf(flow)) ?? 0) + flow.amount)
  const total = [...amounts.values()].reduce((sum, amount) => sum + amount, 0)
  const free = Math.max(0, height - amounts.size * (gap + lineHeight) + gap)
  let y = 0
  return [...amounts].map(([name, amount]) => {
    const slot = { name, amount, y, slot: lineHeight + (free * amount) / total }
    y += slot.slot + gap
    return slot
  })
}

function barsOf(slots: ReadonlyArray<Slot>, scale: number): Array<FlowNode> {
  return slots.map(({ name, amount, slot, y }) => {
    const height = Math.max(thinnest, amount * scale)
    return { name, amount, y: round(y + (slot - height) / 2), height: round(height) }
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
