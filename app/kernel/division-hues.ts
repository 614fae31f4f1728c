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
  '150402': { ground: '#f7ded9', fill: '#e3a196', deep: '#75332a' },
  '150403': { ground: '#e9e3f2', fill: '#bfafd5', deep: '#55446a' },
  '150404': { ground: '#dfe6f7', fill: '#a6b7e1', deep: '#3b4b76' },
  '150421': { ground: '#e0eada', fill: '#a8c196', deep: '#3d5629' },
  '150422': { ground: '#e7e8d6', fill: '#bbbb8b', deep: '#515019' },
  '150423': { ground: '#f4dcdf', fill: '#da9ea8', deep: '#6d323f' },
  '150424': { ground: '#f0e1e9', fill: '#cfacbe', deep: '#634154' },
  '150425': { ground: '#d8e9f4', fill: '#90bfdb', deep: '#1a5370' },
  '150426': { ground: '#d4eae7', fill: '#84c2bc', deep: '#005752' },
  '150428': { ground: '#dceae2', fill: '#9ec1ad', deep: '#315643' },
  '150429': { ground: '#f4e2d7', fill: '#d8ad91', deep: '#6c4122' },
  '150430': { ground: '#efe5d3', fill: '#cdb482', deep: '#634802' },
}

const neutral: DivisionHue = { ground: '#efe7db', fill: '#d8cab6', deep: '#5a4f45' }

/** The quiet hue of a division by its administrative code; a neutral one for a code that is not Chifeng's. */
export function divisionHue(code: string): DivisionHue {
  return hues[code] ?? neutral
}
