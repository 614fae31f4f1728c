import { useLocation } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type InvoiceStand, invoiceStands } from '../stands.ts'

export function InvoiceTabs({ stand }: { stand: InvoiceStand }) {
  const t = useStaffMessages().invoices
  const path = barePath(useLocation().pathname)
  return (
    <nav className="flex flex-wrap gap-2" aria-label={t.title}>
      {invoiceStands.map((each) => (
        <ButtonLink
          key={each}
          to={`${path}?stand=${each}`}
          kind={each === stand ? 'primary' : 'secondary'}
          aria-current={each === stand ? 'page' : undefined}
        >
          {t.stands[each]}
        </ButtonLink>
      ))}
    </nav>
  )
}
