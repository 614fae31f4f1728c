import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'

type BoothHeaderProps = {
  booth: {
    booth: string
    fair: { name: string; isDemonstration: boolean }
    enterprise: { name: string }
  }
  title?: string
  /** Where one goes from here. */
  links: ReadonlyArray<{ to: string; title: string }>
}

/** Whose till this is: never in doubt, for a sale at the wrong booth is somebody else's money. */
export function BoothHeader({ booth: { booth, fair, enterprise }, title, links }: BoothHeaderProps) {
  const t = useStaffMessages().booths.till
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          {fair.name} · {t.booth(booth)}
          {fair.isDemonstration ? <Badge tone="millet">{t.demonstration}</Badge> : null}
        </p>
        <h1 className="title-font text-xl">{title ?? enterprise.name}</h1>
        {title ? <p className="text-sm text-muted">{enterprise.name}</p> : null}
      </div>
      <nav className="flex gap-4 text-sm">
        {links.map(({ to, title: word }) => (
          <LocalLink
            key={to}
            to={to}
            reloadDocument
            className="flex min-h-11 items-center text-cinnabar underline-offset-4 hover:underline"
          >
            {word}
          </LocalLink>
        ))}
      </nav>
    </header>
  )
}
