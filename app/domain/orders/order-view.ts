import type { AskRefusal } from '#app/domain/invoices/asking.ts'
import type { PaymentMethod } from '#app/domain/payments/provider.ts'
import type { Storage } from '#app/domain/shipping/parcels.ts'
import type { Fen } from '#app/kernel/money.ts'
import type { InvoiceRequest } from './invoice.ts'
import type {
  AfterSaleStatus,
  CancelRefusal,
  GroupStanding,
  GroupStatus,
  OrderStatus,
  RefundReason,
  RefundStatus,
} from './lifecycle.ts'
import type { OrderEventKind } from './order-events.server.ts'
import type { AfterSaleReason } from './order-forms.ts'

export type AfterSaleView = {
  id: string
  kind: 'refund-only' | 'return-and-refund'
  reason: AfterSaleReason
  status: AfterSaleStatus
  quantity: number
  photos: Array<string>
  answer: string | null
  /** What the buyer said to the answer. */
  reply: string | null
  isEscalated: boolean
  deadlineAt: Date
}

export type OrderLineView = {
  id: string
  title: string
  variantLabel: string
  productSlug: string
  pictureKey: string | null
  divisionCode: string
  priceFen: Fen
  quantity: number
  amountFen: Fen
  refundedQuantity: number
  refundedFen: Fen
  returnRule: string
  afterSales: Array<AfterSaleView>
  hasReview: boolean
}

export type ParcelView = {
  id: string
  storage: Storage
  shippingFen: Fen
  courier: string | null
  trackingNumber: string | null
  shippedAt: Date | null
  deliveredAt: Date | null
  /** All that was to be in it was given back. */
  isDropped: boolean
}

/** What one enterprise ships: its parcels, and the lines in each storage. */
export type OrderView = {
  number: string
  status: OrderStatus
  enterprise: { slug: string; name: string }
  itemsFen: Fen
  shippingFen: Fen
  totalFen: Fen
  refundedFen: Fen
  /** Its part of a larger group may still be cancelled. */
  isCancellable: boolean
  /** Null when none was asked for. */
  invoice: { status: 'requested' | 'issued'; number: string | null } | null
  /** A line of several units may travel in more than one parcel. */
  parcels: Array<ParcelView & { contents: Array<{ line: OrderLineView; quantity: number }> }>
}

export type RefundView = {
  id: string
  status: RefundStatus
  reason: RefundReason
  amountFen: Fen
  shippingFen: Fen
  /** Not the way it was paid. */
  isByHand: boolean
  createdAt: Date
  settledAt: Date | null
}

export type OrderGroupView = {
  id: string
  number: string
  token: string
  status: GroupStatus
  /** Bought by somebody signed in; a guest is told to keep the link. */
  isGuest: boolean
  /** Nothing more is asked for: see requestAfterSale. */
  isAccountClosed: boolean
  /** Whoever looks has signed in as the buyer; the link alone opens the order for anybody. */
  isBuyer: boolean
  itemsFen: Fen
  shippingFen: Fen
  totalFen: Fen
  refundedFen: Fen
  delivery: { recipient: string; maskedPhone: string; address: string }
  note: string | null
  invoice: InvoiceRequest | null
  /** Why none can be asked for, or otherwise. */
  askRefusal: AskRefusal | null
  placedAt: Date
  expiresAt: Date
  paidAt: Date | null
  method: PaymentMethod | null
  cancelRefusal: CancelRefusal | null
  orders: Array<OrderView>
  refunds: Array<RefundView>
  events: Array<{
    id: string
    kind: OrderEventKind
    at: Date
    enterpriseName: string | null
    /** Why, in the enterprise's words. */
    reason: string | null
  }>
}

/** A row of "my orders". */
export type OrderGroupItem = {
  number: string
  token: string
  status: GroupStatus
  standing: GroupStanding
  totalFen: Fen
  placedAt: Date
  itemCount: number
  titles: Array<string>
  pictureKeys: Array<string>
}
