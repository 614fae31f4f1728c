import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { ExhibitorView } from '../exhibition.ts'

export function Exhibitors({ exhibitors }: { exhibitors: ReadonlyArray<ExhibitorView> }) {
  const t = useMessages().catalog.exhibitions
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {exhibitors.map((exhibitor) => (
        <li key={exhibitor.slug} className="border-b border-line">
          <LocalLink
            to={`/enterprises/${exhibitor.slug}`}
            className="flex justify-between gap-4 py-3 text-sm hover:text-cinnabar"
          >
            <span>
              {exhibitor.name}
              <span className="block text-xs text-muted">{exhibitor.divisionName}</span>
            </span>
            <span className="figures whitespace-nowrap text-muted">{t.booth(exhibitor.booth)}</span>
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}
