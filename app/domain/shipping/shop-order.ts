import type { GroupStatus, OrderStatus } from '#app/domain/orders/lifecycle.ts'
import type { AfterSaleView } from '#app/domain/orders/order-view.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { Storage } from './parcels.ts'

export type ShopOrderLine = {
  id: string
  title: string
  label: string
  pictureKey: string | null
  priceFen: Fen
  quantity: number
  amountFen: Fen
  refundedFen: Fen
}

export type ShopParcel = {
  id: string
  storage: Storage
  courier: string | null
  trackingNumber: string | null
  shippedAt: Date | null
  deliveredAt: Date | null
  /** In one that was sent what it holds, in the others what is still to be sent. */
  contents: Array<{ line: ShopOrderLine; quantity: number }>
}

/** An order as the enterprise that ships it sees it. The phone is masked: see showPhone. */
export type ShopOrder = {
  number: string
  status: OrderStatus
  groupStatus: GroupStatus
  paidAt: Date
  itemsFen: Fen
  shippingFen: Fen
  totalFen: Fen
  refundedFen: Fen
  recipient: string
  maskedPhone: string
  address: string
  note: string | null
  wantsInvoice: boolean
  parcels: Array<ShopParcel>
  /** What the buyer asked for its lines, the latest first. */
  requests: Array<
    Pick<AfterSaleView, 'id' | 'kind' | 'status' | 'quantity' | 'deadlineAt'> & {
      isClosed: boolean
      hasReply: boolean
      title: string
      label: string
    }
  >
}
