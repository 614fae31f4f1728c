/**
 * The mark, in a box of 100: the Hongshan C-shaped jade dragon as one brush stroke, from the lifted snout round to
 * the tapering tail, with the mane that flies off its nape. Own drawing after the piece found in Ongniud Banner.
 */
export const dragonPath =
  'M79 40C76 29 66 21 52 21C33 21 20 36 20 54C20 72 34 86 52 86C66 86 76 78 79 66C80 62 86 63 85.5 68C83 84 69 95 51 95C28 95 10 77 10 54C10 31 28 12.5 51 12.5C69 12.5 80 21 85 33C86 36 88 37.5 92 37C94.5 37 95.5 40 94 42.5C91 47 86 49.5 82.5 48C80 47 79.5 43 79 40ZM79 21C66 6 44 0 16 7C24 8 27 11 24 16C38 5 58 5 72 18Z'
