import { NavLink } from '@remix-run/react'
import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { useLocale } from '#app/ui/use-locale.ts'

type FairTabsProps = { slug: string; mayManage: boolean }

/** Below /organizer/exhibitions/:exhibition; `read` tabs are for all who may see its figures. */
const tabs = [
  ['', 'overview', 'read'],
  ['/wall', 'wall', 'read'],
  ['/wall?rehearsal=100', 'rehearsal', 'read'],
  ['/analysis', 'analysis', 'read'],
  ['/flows', 'flows', 'read'],
  ['/entries', 'entries', 'read'],
  ['/reports', 'reports', 'read'],
  ['/booths', 'booths', 'read'],
  ['/edit', 'edit', 'manage'],
  ['/exhibitors', 'exhibitors', 'manage'],
  ['/products', 'products', 'manage'],
  ['/targets', 'targets', 'manage'],
  ['/measures', 'measures', 'manage'],
  ['/coverage', 'coverage', 'manage'],
  ['/documents', 'documents', 'manage'],
] as const

/** A fair's pages; each asks for its capability again. */
export function FairTabs({ slug, mayManage }: FairTabsProps) {
  const t = useStaffMessages().fairs.tabs
  const locale = useLocale()
  return (
    <nav aria-label={t.label} className="scroll-row -mx-4 gap-1 border-b border-line px-4 print:hidden">
      {tabs.map(([path, key, who]) =>
        who === 'read' || mayManage ? (
          <NavLink
            key={key}
            to={localPath(locale, `/organizer/exhibitions/${slug}${path}`)}
            end
            className="flex min-h-11 items-center whitespace-nowrap border-b-2 border-transparent px-3 text-sm hover:text-cinnabar aria-[current=page]:border-cinnabar aria-[current=page]:font-medium aria-[current=page]:text-cinnabar"
          >
            {t[key]}
          </NavLink>
        ) : null,
      )}
    </nav>
  )
}
