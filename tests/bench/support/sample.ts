/** Figures of several runs, and how far they lie apart. */
export type Spread = { min: number; median: number; max: number }

export function spreadOf(values: ReadonlyArray<number>): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    min: at(0),
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    max: at(sorted.length - 1),
  }
}

/** One line of the report. */
export type Row = {
  name: string
  /** What it is held against, or '' for a figure that stands alone. */
  against: string
  unit: string
  ours: Spread
  theirs: Spread | null
  /** Of each round by itself: both sides saw the same machine. */
  ratio: Spread | null
  goal: { text: string; isMet: boolean }
  note?: string
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

export function ratioRow(
  pairs: ReadonlyArray<Pair>,
  texts: Pick<Row, 'name' | 'against' | 'unit'> & { note?: string },
  goal: { atLeast: number } | { atMost: number },
): Row {
  const ratio = spreadOf(pairs.map(({ ours, theirs }) => ours / theirs))
  const isMet = 'atLeast' in goal ? ratio.median >= goal.atLeast : ratio.median <= goal.atMost
  return {
    ...texts,
    ours: spreadOf(pairs.map((pair) => pair.ours)),
    theirs: spreadOf(pairs.map((pair) => pair.theirs)),
    ratio,
    goal: { text: 'atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`, isMet },
  }
}
