import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { OrganizerCapability } from '#app/domain/staff/roles.ts'
import { type OrganizerScope, organizerMay } from '#app/domain/staff/scope.ts'
import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useCurrentInSight } from '#app/ui/use-current-in-sight.ts'
import { useLocale } from '#app/ui/use-locale.ts'

/** Below /organizer/exhibitions/:exhibition, each with what its page asks for. */
const tabs = [
  ['', 'overview', 'read-own-figures'],
  ['/wall', 'wall', 'read-figures'],
  ['/replay', 'rehearsal', 'read-figures'],
  ['/analysis', 'analysis', 'read-own-figures'],
  ['/flows', 'flows', 'read-own-figures'],
  ['/entries', 'entries', 'read-own-figures'],
  ['/reports', 'reports', 'read-figures'],
  ['/booths', 'booths', 'read-figures'],
  ['/edit', 'edit', 'manage-exhibitions'],
  ['/exhibitors', 'exhibitors', 'manage-exhibitions'],
  ['/products', 'products', 'manage-exhibitions'],
  ['/targets', 'targets', 'manage-exhibitions'],
  ['/measures', 'measures', 'manage-exhibitions'],
  ['/coverage', 'coverage', 'manage-exhibitions'],
  ['/documents', 'documents', 'manage-exhibitions'],
] as const satisfies ReadonlyArray<readonly [path: string, key: string, OrganizerCapability]>
type Tab = (typeof tabs)[number][1]

type FairTabsProps = {
  slug: string
  shown: ReadonlyArray<Tab>
  /** Everybody may see its figure, and so its public wall. */
  hasPublicWall: boolean
}

const look =
  'flex min-h-11 items-center whitespace-nowrap border-b-2 border-transparent px-3 text-sm hover:text-cinnabar aria-[current=page]:border-cinnabar aria-[current=page]:font-medium aria-[current=page]:text-cinnabar'

export function tabsFor(scope: OrganizerScope): Array<Tab> {
  return tabs.filter(([, , capability]) => organizerMay(scope, capability)).map(([, key]) => key)
}

/** A fair's pages; each asks for its capability again. What is looked at, and beneath it what is prepared. */
export function FairTabs({ slug, shown, hasPublicWall }: FairTabsProps) {
  const t = useStaffMessages().fairs.tabs
  const theirs = tabs.filter(([, key]) => shown.includes(key))
  return (
    <nav aria-label={t.label} className="border-b border-line print:hidden">
      <TabRow slug={slug} pages={theirs.filter(([, , capability]) => capability !== 'manage-exhibitions')}>
        {hasPublicWall ? (
          <LocalLink to={`/exhibitions/${slug}/wall`} className={look}>
            {t.publicWall}
          </LocalLink>
        ) : null}
      </TabRow>
      <TabRow slug={slug} pages={theirs.filter(([, , capability]) => capability === 'manage-exhibitions')} />
    </nav>
  )
}

type TabRowProps = { slug: string; pages: ReadonlyArray<(typeof tabs)[number]>; children?: ReactNode }

function TabRow({ slug, pages, children }: TabRowProps) {
  const t = useStaffMessages().fairs.tabs
  const locale = useLocale()
  const row = useCurrentInSight()
  return (
    <div ref={row} className="scroll-row -mx-4 gap-1 px-4">
      {pages.map(([path, key]) => (
        <NavLink
          key={key}
          to={localPath(locale, `/organizer/exhibitions/${slug}${path}`)}
          end={path === ''}
          className={look}
        >
          {t[key]}
        </NavLink>
      ))}
      {children}
    </div>
  )
}
