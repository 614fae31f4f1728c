import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Mark } from '#app/ui/mark.tsx'
import { GrasslandHorizon } from '#app/ui/motif.tsx'

export function Footer() {
  const t = useMessages().common
  const columns = [
    {
      title: t.footer.about,
      links: [
        { to: '/help/pairing', title: t.footer.pairing },
        { to: '/exhibitions', title: t.footer.exhibitions },
        { to: '/divisions', title: t.nav.divisions },
      ],
    },
    {
      title: t.footer.help,
      links: [
        { to: '/help/delivery', title: t.footer.delivery },
        { to: '/help/returns', title: t.footer.returns },
        { to: '/help/privacy', title: t.footer.privacy },
        { to: '/orders/find', title: t.footer.findOrder },
      ],
    },
  ]
  return (
    <footer className="border-t border-line bg-paper-deep text-sm">
      <GrasslandHorizon className="block h-16 w-full md:h-24 text-line" />
      <div className="page grid grid-cols-2 gap-x-4 gap-y-6 py-8 lg:grid-cols-4">
        <div className="col-span-full grid content-start gap-2 lg:col-span-1">
          <p className="title-font flex items-center gap-2 text-lg">
            <Mark className="size-6 text-cinnabar" />
            {t.shop}
          </p>
          <p className="text-muted">{t.slogan}</p>
        </div>
        {columns.map((column) => (
          <nav key={column.title} aria-label={column.title} className="grid content-start">
            <p className="pb-1 font-medium">{column.title}</p>
            {column.links.map((link) => (
              <LocalLink
                key={link.to}
                to={link.to}
                className="flex min-h-11 items-center text-muted hover:text-cinnabar lg:min-h-8"
              >
                {link.title}
              </LocalLink>
            ))}
          </nav>
        ))}
        <Licences />
      </div>
      <div className="page text-xs text-muted">
        <div className="grid gap-1 border-t border-line py-4">
          <p>{t.footer.alcohol}</p>
          <p>{t.demonstrationNote}</p>
        </div>
      </div>
    </footer>
  )
}

/** E-commerce law, article 15: licences stand where everybody sees them. Placeholders, never invented numbers. */
function Licences() {
  const t = useMessages().common.footer
  return (
    <div className="col-span-full grid content-start gap-1 lg:col-span-1">
      <p className="font-medium">{t.licences}</p>
      {[t.businessLicence, t.foodLicence, t.icp, t.police].map((line) => (
        <p key={line} className="py-1 text-muted">
          {line}
        </p>
      ))}
      <p className="text-xs text-muted">{t.licenceNote}</p>
    </div>
  )
}
