import { useLocation } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'

/** What the pages of a desk are for, in the order of the menu. */
const menuGroups = ['today', 'goods', 'fairs', 'money', 'settings'] as const
export type MenuGroup = (typeof menuGroups)[number]
export type MenuEntry = { group: MenuGroup; to: string; title: string }

type StaffMenuProps = { home: string; entries: ReadonlyArray<MenuEntry> }

/** A column beside the page on a desk; on a phone one line that says where one is, and unfolds. */
export function StaffMenu(menu: StaffMenuProps) {
  const t = useStaffMessages().staff.shell
  const path = barePath(useLocation().pathname)
  const current = menu.entries.find(({ to }) => isWithin(path, to, menu.home))
  return (
    <nav aria-label={t.menu} className="print:hidden">
      <details key={path} className="group -mx-4 border-b border-line px-4 lg:hidden">
        <summary className="flex min-h-12 items-center gap-2 text-sm">
          <span className="font-medium">{t.unfold}</span>
          <span className="min-w-0 flex-1 truncate text-muted">{current?.title}</span>
          <Icon name="down" className="size-4 shrink-0 text-muted group-open:rotate-180" />
        </summary>
        <div className="columns-2 gap-4">
          <Groups entries={menu.entries} current={current} />
        </div>
      </details>
      <div className="pt-6 max-lg:hidden">
        <Groups entries={menu.entries} current={current} />
      </div>
    </nav>
  )
}

type GroupsProps = { entries: ReadonlyArray<MenuEntry>; current: MenuEntry | undefined }

function Groups({ entries, current }: GroupsProps) {
  const t = useStaffMessages().staff.shell.groups
  return menuGroups.map((group) => {
    const pages = entries.filter((entry) => entry.group === group)
    if (pages.length === 0) return null
    return (
      <div key={group} className="break-inside-avoid pb-4">
        <p className="px-3 py-1 text-xs text-muted">{t[group]}</p>
        <ul aria-label={t[group]}>
          {pages.map((page) => (
            <li key={page.to}>
              <LocalLink
                to={page.to}
                aria-current={page === current ? 'page' : undefined}
                className="flex min-h-11 items-center rounded-sm lg:min-h-9 px-3 text-sm hover:text-cinnabar aria-[current=page]:bg-cinnabar-wash aria-[current=page]:font-medium aria-[current=page]:text-cinnabar"
              >
                {page.title}
              </LocalLink>
            </li>
          ))}
        </ul>
      </div>
    )
  })
}

/** Whether an entry leads to the page that is open, or to the one that it belongs to. */
export function isWithin(path: string, entry: string, home: string): boolean {
  return path === entry || (entry !== home && path.startsWith(`${entry}/`))
}
