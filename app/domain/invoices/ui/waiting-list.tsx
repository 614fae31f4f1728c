import { day, shanghaiMinute } from '#app/kernel/clock.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowLink, RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { WaitingInvoice } from '../list-waiting.server.ts'

/** Days after which a request has waited too long. */
const late = 7

type WaitingListProps = { invoices: ReadonlyArray<WaitingInvoice>; now: Date }

/** Each leads to its enterprise, whose telephone stands there. */
export function WaitingList({ invoices, now }: WaitingListProps) {
  const t = useStaffMessages().invoices
  const locale = useLocale()
  return (
    <RowList label={t.waiting.title}>
      {invoices.map(({ id, orderNumber, enterprise, amountFen, requestedAt }) => {
        const days = Math.floor((now.getTime() - requestedAt.getTime()) / day)
        return (
          <RowLink
            key={id}
            to={`/organizer/enterprises/${enterprise.slug}`}
            title={inLocale(locale, enterprise.name, enterprise.nameEn)}
            note={`${orderNumber} · ${t.requested(shanghaiMinute(requestedAt))}`}
          >
            <Badge tone={days >= late ? 'cinnabar' : 'jade'}>{t.waiting.days(days)}</Badge>
            <Money amount={amountFen} />
          </RowLink>
        )
      })}
    </RowList>
  )
}
