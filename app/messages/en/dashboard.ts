import type { Translated } from '../translated.ts'
import type { dashboard as zh } from '../zh/dashboard.ts'

export const dashboard: Translated<typeof zh> = {
  todos: {
    title: 'To do',
    toShip: 'Orders to ship',
    late: (count) => `${count} of them late`,
    afterSales: 'After-sales to see to',
    reviews: 'Reviews to answer',
    returned: 'Returned listings',
    lapsed: 'Goods taken down as their papers ended',
    lowStock: 'Running low',
    documents: 'Documents of yours that end soon',
    papers: 'Goods whose papers end soon',
    invoices: 'Invoices to issue',
    reversals: 'Invoices to reverse',
  },
  sales: {
    today: 'Sales today',
    asOf: (time) => `As of ${time}, less refunds`,
    signed: (amount) => `Signed today beside it: ${amount}, not among sales`,
    byChannel: 'By channel',
    byProduct: 'By product',
    pieces: (count) => `${count} ${count === 1 ? 'piece' : 'pieces'}`,
    channels: {
      onsite: 'At the fair',
      contract: 'Contracts',
      livestream: 'Livestreams',
      online: 'Online shop',
    },
    nothing: 'Nothing has been sold today.',
    days: 'The last fourteen days',
    table: 'The figures',
    day: 'Day',
    amount: 'Sales',
  },
}
