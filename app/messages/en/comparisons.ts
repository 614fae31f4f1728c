import type { Translated } from '../translated.ts'
import type { comparisons as zh } from '../zh/comparisons.ts'

export const comparisons: Translated<typeof zh> = {
  title: 'Fairs side by side',
  text: 'Unverified included; where the ledger has nothing, the figures that were printed at the time.',
  link: 'Compare',
  choose: (place) => `Fair ${place}`,
  none: '—',
  apply: 'Compare',
  part: 'Part',
  item: 'Item',
  empty: 'Choose two fairs',
  emptyText: 'Up to four stand side by side.',
  rows: {
    total: 'Total',
    sales: 'Sales',
    signed: 'Signed',
    verified: 'Of it verified',
    exhibitors: 'Exhibitors on record',
  },
  figures: 'Three figures',
  printed: 'As printed',
  printedNote: 'As the press had them; nothing is computed with them.',
  channels: 'By channel',
  divisions: 'By division',
  days: 'By day of the fair',
  day: (ordinal) => (ordinal >= 1 ? `Day ${ordinal}` : `${1 - ordinal} days before`),
  counts: 'People',
  notRecorded: 'Not in the ledger',
}
