export type DivisionHue = {
  /** Pale: grounds of pictures, chips and pages. */
  ground: string
  /** Middle: regions of the map, bands and labels. */
  fill: string
  /** Dark: text on the ground (contrast over 4.5:1). */
  deep: string
}

// Twelve steps around the OKLCH circle at one lightness, so that no division shouts; neighbours on the map differ.
const hues: Readonly<Record<string, DivisionHue>> = {
  '150402': { ground: '#faddd8', fill: '#ec9d8f', deep: '#75332a' },
  '150403': { ground: '#eae2f4', fill: '#c1addb', deep: '#55446a' },
  '150404': { ground: '#dee6fa', fill: '#a2b6ea', deep: '#3b4b76' },
  '150421': { ground: '#dfebd7', fill: '#a5c28f', deep: '#3d5629' },
  '150422': { ground: '#e8e8d3', fill: '#bcbc81', deep: '#515019' },
  '150423': { ground: '#f6dbdf', fill: '#e29aa6', deep: '#6d323f' },
  '150424': { ground: '#f2e0ea', fill: '#d4a9c0', deep: '#634154' },
  '150425': { ground: '#d5eaf7', fill: '#85c0e2', deep: '#1a5370' },
  '150426': { ground: '#d1ebe8', fill: '#77c5bd', deep: '#005752' },
  '150428': { ground: '#daebe1', fill: '#98c3ab', deep: '#315643' },
  '150429': { ground: '#f6e2d5', fill: '#dfab88', deep: '#6c4122' },
  '150430': { ground: '#f0e5d0', fill: '#d2b375', deep: '#634802' },
}

const neutral: DivisionHue = { ground: '#efe7db', fill: '#d8cab6', deep: '#5a4f45' }

/** The quiet hue of a division by its administrative code; a neutral one for a code that is not Chifeng's. */
export function divisionHue(code: string): DivisionHue {
  return hues[code] ?? neutral
}
