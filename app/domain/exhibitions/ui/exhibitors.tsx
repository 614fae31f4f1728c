import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { ExhibitorView } from '../exhibition.ts'

/** More than these fill a phone for minutes: then each division folds its own away. */
const mostUnfolded = 24

/** Who is at the fair, and at which booth. */
export function Exhibitors({ exhibitors }: { exhibitors: ReadonlyArray<ExhibitorView> }) {
  const t = useMessages().catalog.exhibitions
  if (exhibitors.length <= mostUnfolded) return <ExhibitorList exhibitors={exhibitors} />
  return (
    <div className="grid gap-3">
      {byDivision(exhibitors).map((group) => (
        <details key={group[0].divisionCode} className="rounded-md border border-line bg-card">
          <summary className="min-h-11 cursor-pointer p-3">
            {group[0].divisionName}
            <span className="ml-2 text-sm text-muted">{t.enterprises(String(group.length))}</span>
          </summary>
          <div className="px-3 pb-3">
            <ExhibitorList exhibitors={group} />
          </div>
        </details>
      ))}
    </div>
  )
}

function ExhibitorList({ exhibitors }: { exhibitors: ReadonlyArray<ExhibitorView> }) {
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

type Group = [ExhibitorView, ...Array<ExhibitorView>]

/** In the order of each division's first booth. */
function byDivision(exhibitors: ReadonlyArray<ExhibitorView>): Array<Group> {
  const groups = new Map<string, Group>()
  for (const exhibitor of exhibitors) {
    const group = groups.get(exhibitor.divisionCode)
    if (group) group.push(exhibitor)
    else groups.set(exhibitor.divisionCode, [exhibitor])
  }
  return [...groups.values()]
}
