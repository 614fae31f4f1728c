import { shanghaiDay } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { type CertificateItem, shownCode } from '../certificate.ts'

export function CertificateList({ items }: { items: ReadonlyArray<CertificateItem> }) {
  const t = useStaffMessages().certificates
  return (
    <ul
      aria-label={t.list}
      className="grid grid-cols-1 divide-y divide-line rounded-md border border-line bg-card"
    >
      {items.map((item) => (
        <li key={item.code}>
          <LocalLink
            to={`/organizer/certificates/${item.code}/print`}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 hover:bg-paper"
          >
            <span className="min-w-0">
              <span className="block font-medium">{item.subject}</span>
              <span className="figures text-sm text-muted">
                {item.startsOn} – {item.endsOn} · {t.issuedOn(shanghaiDay(new Date(item.issuedAt)))}
              </span>
              <span className="figures block text-xs text-muted">{shownCode(item.code)}</span>
            </span>
            <span className="flex flex-wrap items-center gap-3">
              <Money amount={item.amountFen} />
              <Badge tone={item.revokedAt ? 'berry' : 'grass'}>
                {item.revokedAt ? t.states.revoked : t.states.valid}
              </Badge>
            </span>
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}
