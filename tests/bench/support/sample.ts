/** Figures of several runs, and how far they lie apart. */
export type Spread = { min: number; median: number; max: number }

function spreadOf(values: ReadonlyArray<number>): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    min: at(0),
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    max: at(sorted.length - 1),
  }
}

/** The value below which this share of them lies (nearest rank). */
export function percentile(values: ReadonlyArray<number>, share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}

/** One line of the report. */
export type Row = {
  name: string
  /** What it is held against; what was looked at, for a figure that stands alone. */
  against: string
  unit: string
  ours: Spread
  theirs: Spread | null
  /** Of each round by itself: both sides saw the same machine. */
  ratio: Spread | null
  /** Null for what only explains another row. */
  goal: { text: string; isMet: boolean } | null
}

type Pair = { ours: number; theirs: number }

/** Both sides in turn, each going first every other round, so that a machine that slows down is fair to both. */
export async function compare(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Array<Pair>> {
  const pairs: Array<Pair> = []
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await ours()
      pairs.push({ ours: first, theirs: await theirs() })
    } else {
      const first = await theirs()
      pairs.push({ theirs: first, ours: await ours() })
    }
  }
  return pairs
}

type Goal = { atLeast: number } | { atMost: number } | null

export function ratioRow(
  pairs: ReadonlyArray<Pair>,
  texts: Pick<Row, 'name' | 'against' | 'unit'>,
  goal: Goal,
): Row {
  const ratio = spreadOf(pairs.map(({ ours, theirs }) => ours / theirs))
  return {
    ...texts,
    ours: spreadOf(pairs.map((pair) => pair.ours)),
    theirs: spreadOf(pairs.map((pair) => pair.theirs)),
    ratio,
    goal: judge(ratio.median, goal),
  }
}

/** A figure that stands alone: the goal is its own. */
export function figureRow(
  values: ReadonlyArray<number>,
  texts: Pick<Row, 'name' | 'unit'> & { against?: string },
  goal: Goal,
): Row {
  const ours = spreadOf(values)
  return { against: '', ...texts, ours, theirs: null, ratio: null, goal: judge(ours.median, goal) }
}

function judge(value: number, goal: Goal): Row['goal'] {
  if (!goal) return null
  return 'atLeast' in goal
    ? { text: `>= ${goal.atLeast}`, isMet: value >= goal.atLeast }
    : { text: `<= ${goal.atMost}`, isMet: value <= goal.atMost }
}
