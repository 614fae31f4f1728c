import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { listPicks } from '../picking-list.ts'
import type { ShopOrder, ShopParcel } from '../shop-order.ts'

const sheet =
  'grid content-start gap-4 rounded-md border border-line bg-card p-4 md:p-6 print:border-0 print:p-0'
const cell = 'border-b border-line py-2 pr-3 text-left align-top'
const figure = `${cell} figures text-right`

/** One sheet for the whole round through the store. */
export function PickingSheet({ orders, at }: { orders: ReadonlyArray<ShopOrder>; at: Date }) {
  const words = useStaffMessages()
  const t = words.shipping.print
  return (
    <section aria-labelledby="picking" className={sheet}>
      <header>
        <h2 id="picking" className="title-font text-xl">
          {t.picking}
        </h2>
        <p className="figures text-sm text-muted">{t.pickingText(orders.length, shanghaiMinute(at))}</p>
      </header>
      <table className="w-full text-sm">
        <thead>
          <tr>
            <th className={cell}>{t.product}</th>
            <th className={cell}>{t.variant}</th>
            <th className={figure}>{t.pieces}</th>
            <th className={figure}>{t.orders}</th>
          </tr>
        </thead>
        <tbody>
          {listPicks(orders).map((pick) => (
            <tr key={[pick.storage, pick.title, pick.label].join()} className="break-inside-avoid">
              <td className={cell}>
                {pick.title}
                <span className="block text-xs text-muted">{words.catalog.storage[pick.storage]}</span>
              </td>
              <td className={cell}>{pick.label}</td>
              <td className={`${figure} text-lg font-medium`}>{pick.quantity}</td>
              <td className={figure}>{pick.orders}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Packing list and delivery note in one: ticked while packing, then put into the parcel. */
export function DeliverySheet({ order, enterprise }: { order: ShopOrder; enterprise: string }) {
  const t = useStaffMessages().shipping.print
  const heading = `note-${order.number}`
  const parcels = order.parcels.filter((parcel) => order.status === 'shipped' || !parcel.shippedAt)
  return (
    <section aria-labelledby={heading} className={`${sheet} print:break-before-page`}>
      <header className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={heading} className="title-font text-xl">
          {t.note}
        </h2>
        <p className="figures">{order.number}</p>
      </header>
      <dl className="grid gap-2 text-sm sm:grid-cols-2 print:grid-cols-2">
        <div>
          <dt className="text-muted">{t.to}</dt>
          <dd lang="zh-CN">
            {order.recipient} <span className="figures">{order.maskedPhone}</span>
            <span className="block">{order.address}</span>
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t.from}</dt>
          <dd lang="zh-CN">{enterprise}</dd>
        </div>
        {order.note ? (
          <div className="sm:col-span-2 print:col-span-2">
            <dt className="text-muted">{t.buyerNote}</dt>
            <dd className="font-medium">{order.note}</dd>
          </div>
        ) : null}
      </dl>
      {parcels.map((parcel) => (
        <PackingList key={parcel.id} parcel={parcel} />
      ))}
      <p className="text-xs text-muted">{t.thanks}</p>
    </section>
  )
}

function PackingList({ parcel: { storage, contents } }: { parcel: ShopParcel }) {
  const words = useStaffMessages()
  const t = words.shipping.print
  const pieces = contents.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <table className="w-full break-inside-avoid text-sm">
      <caption className="pb-1 text-left font-medium">
        {t.parcel(words.catalog.storage[storage], pieces)}
      </caption>
      <thead>
        <tr>
          <th className={cell}>{t.check}</th>
          <th className={cell}>{t.product}</th>
          <th className={cell}>{t.variant}</th>
          <th className={figure}>{t.pieces}</th>
        </tr>
      </thead>
      <tbody>
        {contents.map(({ line, quantity }) => (
          <tr key={line.id}>
            <td className={cell}>
              <span aria-hidden="true" className="inline-block size-4 border border-line-deep" />
            </td>
            <td className={cell}>{line.title}</td>
            <td className={cell}>{line.label}</td>
            <td className={figure}>{quantity}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
