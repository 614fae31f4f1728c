/**
 * The mark, in a box of 100: the Hongshan C-shaped jade dragon as one stroke from the snout round to the coiled
 * tail, and its mane, which lifts off the back. Own drawing after the piece found in Ongniud Banner.
 */
export const dragonPath = {
  body: 'M89 45C82 48 77 43 75 36C70 26 61 20 51 20C32 20 18 35 18 54C18 73 32 88 51 88C65 88 76 80 79 69',
  mane: 'M75 27C65 11 46 4 22 8C29 11 30 15 26 20C40 11 56 12 69 24Z',
} as const
