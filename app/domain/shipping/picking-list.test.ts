import { expect, test } from 'vitest'
import { fen } from '#app/kernel/money.ts'
import type { Storage } from './parcels.ts'
import { listPicks } from './picking-list.ts'
import type { ShopOrder } from './shop-order.ts'

type Packed = [title: string, quantity: number, storage: Storage, isSent?: boolean]

function orderOf(...packed: ReadonlyArray<Packed>): ShopOrder {
  const parcels = packed.map(([title, quantity, storage, isSent = false]) => ({
    id: title,
    storage,
    courier: null,
    trackingNumber: null,
    shippedAt: isSent ? new Date(0) : null,
    deliveredAt: null,
    contents: [
      {
        line: { id: title, title, label: '1kg', pictureKey: null, quantity, ...sums },
        quantity,
      },
    ],
  }))
  return { ...order, parcels }
}

const sums = { priceFen: fen(1), amountFen: fen(1), refundedFen: fen(0) }
const order: ShopOrder = {
  number: 'CF20261125AAAAAAAA-1',
  status: 'to-ship',
  groupStatus: 'paid',
  paidAt: new Date(0),
  itemsFen: fen(1),
  shippingFen: fen(0),
  totalFen: fen(1),
  refundedFen: fen(0),
  recipient: '赵晓梅',
  maskedPhone: '138****8000',
  address: '',
  note: null,
  wantsInvoice: false,
  parcels: [],
  requests: [],
}

test('the same goods of several orders are fetched at once, what is frozen last, what has left not at all', () => {
  const orders = [
    orderOf(['羊肉', 1, 'frozen'], ['小米', 2, 'ambient']),
    orderOf(['小米', 3, 'ambient'], ['绿豆', 1, 'ambient', true]),
  ]
  expect(listPicks(orders)).toEqual([
    { storage: 'ambient', title: '小米', label: '1kg', quantity: 5, orders: 2 },
    { storage: 'frozen', title: '羊肉', label: '1kg', quantity: 1, orders: 1 },
  ])
})
