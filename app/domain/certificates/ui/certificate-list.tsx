import { shanghaiDay } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowLink, RowList } from '#app/ui/row-list.tsx'
import { type CertificateItem, shownCode } from '../certificate.ts'

export function CertificateList({ items }: { items: ReadonlyArray<CertificateItem> }) {
  const t = useStaffMessages().certificates
  return (
    <RowList label={t.list}>
      {items.map((item) => (
        <RowLink
          key={item.code}
          to={`/organizer/certificates/${item.code}/print`}
          title={item.subject}
          note={
            <>
              {item.startsOn} – {item.endsOn} · {t.issuedOn(shanghaiDay(new Date(item.issuedAt)))}
              <span className="block text-xs">{shownCode(item.code)}</span>
            </>
          }
        >
          <Money amount={item.amountFen} />
          <Badge tone={item.revokedAt ? 'berry' : 'grass'}>
            {item.revokedAt ? t.states.revoked : t.states.valid}
          </Badge>
        </RowLink>
      ))}
    </RowList>
  )
}
