/** The twelve divisions as a schematic: own low-poly work (CC0), not a statement about borders. Made from chifeng.geo.json. */
export type DivisionShape = {
  path: string
  /** Where its name stands. */
  label: readonly [x: number, y: number]
  width: number
}

export const mapSize = { width: 1000, height: 1174 } as const

export const divisionShapes: Readonly<Record<string, DivisionShape>> = {
  '150402': {
    path: 'M527 902l17 33l28 5l7 -7l11 -24l-6 -11l12 -41l-35 -15l-34 19l5 22Z',
    label: [564, 894],
    width: 69,
  },
  '150403': {
    path: 'M572 940l3 31l35 0l8 -20l29 -14l1 -3l-17 -37l10 -35l36 -23l8 8l-2 -25l-6 -9l-49 4l-9 32l-23 8l-12 41l6 11l-11 24Z',
    label: [618, 897],
    width: 113,
  },
  '150404': {
    path: 'M307 783l16 -6l27 57l11 57l30 41l69 -15l4 2l4 4l12 2l47 -23l5 -19l-5 -22l34 -19l35 15l23 -8l9 -32l49 -4l3 -9l39 -29l-7 -40l-52 17l-6 -2l-37 50l-40 -20l-7 1l-2 3l-64 12l-21 -32l-46 -11l-9 10l-82 12l-27 -6Z',
    label: [480, 820],
    width: 412,
  },
  '150421': {
    path: 'M582 165l21 16l31 13l4 12l53 38l-24 60l10 33l12 8l5 47l44 36l-26 65l7 7l58 7l44 44l26 -19l76 28l9 -18l48 -57l-33 -57l-21 -85l-67 -86l-51 -86l-63 -65l-48 -57l-56 -29l-47 43l-9 71l15 26Z',
    label: [845, 330],
    width: 398,
  },
  '150422': {
    path: 'M513 241l19 19l-16 75l7 7l23 6l39 48l-2 11l22 44l47 0l36 40l24 2l26 -65l-44 -36l-5 -47l-12 -8l-10 -33l24 -60l-53 -38l-4 -12l-31 -13l-21 -16l-45 12Z',
    label: [610, 290],
    width: 225,
  },
  '150423': {
    path: 'M409 317l31 34l-1 24l34 52l-50 37l-4 12l27 40l19 6l0 86l12 5l79 -41l17 11l58 -18l44 33l44 -33l55 30l46 -40l1 -4l-44 -44l-58 -7l-7 -7l-24 -2l-36 -40l-47 0l-22 -44l2 -11l-39 -48l-23 -6l-7 -7l16 -75l-19 -19l-3 7l-25 0l-51 29l-11 31Z',
    label: [596, 516],
    width: 412,
  },
  '150424': {
    path: 'M302 367l29 67l-3 7l31 53l-9 31l34 37l13 0l57 48l11 -2l0 -86l-19 -6l-27 -40l4 -12l50 -37l-34 -52l1 -24l-31 -34l-48 31Z',
    label: [385, 432],
    width: 171,
  },
  '150425': {
    path: 'M20 571l50 69l31 108l42 86l72 -15l52 -20l40 -16l12 -14l0 -33l64 -47l34 8l19 -70l18 -17l-57 -48l-13 0l-34 -37l9 -31l-31 -53l3 -7l-29 -67l-4 1l-24 -54l-69 -3l-42 32l0 57l-41 77l-63 28Z',
    label: [226, 594],
    width: 434,
  },
  '150426': {
    path: 'M319 769l27 6l82 -12l9 -10l46 11l21 32l64 -12l2 -3l7 -1l40 20l37 -50l6 2l52 -17l11 -18l-7 -22l65 -48l18 13l19 5l52 -13l31 -52l22 -40l-76 -28l-26 19l-1 4l-46 40l-55 -30l-44 33l-44 -33l-58 18l-17 -11l-79 41l-12 -5l-11 2l-18 17l-19 70l-34 -8l-64 47Z',
    label: [640, 668],
    width: 604,
  },
  '150428': {
    path: 'M391 932l1 2l0 114l23 21l70 -30l6 -27l26 -12l24 6l24 -12l40 20l22 -16l19 -1l-3 -21l4 -39l-29 14l-8 20l-35 0l-3 -31l-28 -5l-17 -33l-47 23l-12 -2l-4 -4l-4 -2Z',
    label: [462, 964],
    width: 256,
  },
  '150429': {
    path: 'M415 1069l8 7l62 66l73 12l77 -6l21 -86l-10 -65l-19 1l-22 16l-40 -20l-24 12l-24 -6l-26 12l-6 27Z',
    label: [545, 1080],
    width: 241,
  },
  '150430': {
    path: 'M677 813l6 9l2 25l50 44l21 43l16 94l25 6l25 -58l48 -42l91 -63l-60 -80l-37 -86l0 -43l6 -10l-52 13l-19 -5l-18 -13l-65 48l7 22l-11 18l7 40l-39 29Z',
    label: [815, 815],
    width: 284,
  },
}

/** Where the two city districts are labelled, outside of the land. */
export const callouts: Readonly<Record<string, readonly [x: number, y: number]>> = {
  '150402': [150, 906],
  '150403': [850, 1100],
}
