import type { Translated } from '../translated.ts'
import type { flows as zh } from '../zh/flows.ts'

export const flows: Translated<typeof zh> = {
  title: 'Flows',
  day: 'Day',
  wholeFair: 'The whole fair',
  apply: 'Show',
  chart: 'What the districts of Beijing buy from the divisions of Chifeng; the table has the figures',
  table: 'Flows from district to division',
  columns: {
    district: 'Beijing district',
    division: 'Division',
    pair: 'Paired',
    entries: 'Entries',
    sales: 'Sales',
    signed: 'Signed',
    total: 'Total',
    verified: 'Of it verified',
  },
  paired: 'Paired',
  toEntries: (district, division) => `${district} from ${division}: the entries`,
  sum: 'Total',
  sums: { all: 'All sales and contracts', known: 'District known', paired: 'Between paired ones' },
  share: (percent) => `${percent}% of it`,
  counted:
    'The district is that of the delivery address, or the one that was recorded; entries without one are not in the table. Unverified included. Shipping is no entry that is counted.',
  none: 'No flow on record here',
  noneText: 'Try another day, or record the buyer’s district with each entry.',
}
