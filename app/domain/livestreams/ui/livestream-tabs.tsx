import { NavLink } from '@remix-run/react'
import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { useLocale } from '#app/ui/use-locale.ts'

/** Between the schedule, the imports and the products that wait. */
export function LivestreamTabs() {
  const t = useStaffMessages().livestreams
  const locale = useLocale()
  const tabs = [
    ['', t.tabs.schedule],
    ['/import', t.tabs.import],
    ['/matching', t.tabs.matching],
  ] as const
  return (
    <nav aria-label={t.title} className="flex flex-wrap gap-x-6 border-b border-line">
      {tabs.map(([path, title]) => (
        <NavLink
          key={path}
          to={localPath(locale, `/organizer/livestreams${path}`)}
          end={path === ''}
          className="min-h-11 border-b-2 border-transparent py-2 text-muted hover:text-cinnabar aria-[current=page]:border-cinnabar aria-[current=page]:text-ink"
        >
          {title}
        </NavLink>
      ))}
    </nav>
  )
}
