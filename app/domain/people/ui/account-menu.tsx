import { NavLink } from '@remix-run/react'
import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { useCurrentInSight } from '#app/ui/use-current-in-sight.ts'
import { useLocale } from '#app/ui/use-locale.ts'

const entries = [
  ['/account', 'profile'],
  ['/account/orders', 'orders'],
  ['/account/addresses', 'addresses'],
  ['/account/favourites', 'favourites'],
  ['/account/invoice-titles', 'invoiceTitles'],
  ['/account/privacy', 'privacy'],
  ['/account/sign-out', 'signOut'],
] as const

/** A column beside the page; on phones a row that scrolls sideways. */
export function AccountMenu() {
  const t = useMessages().account
  const locale = useLocale()
  return (
    <nav
      ref={useCurrentInSight()}
      aria-label={t.menuLabel}
      className="scroll-row -mx-4 gap-1 border-b border-line px-4 md:mx-0 md:grid md:content-start md:border-b-0 md:px-0"
    >
      {entries.map(([path, key]) => (
        <NavLink
          key={path}
          to={localPath(locale, path)}
          end={path === '/account'}
          className="flex min-h-11 items-center whitespace-nowrap border-b-2 border-transparent px-3 text-sm hover:text-cinnabar aria-[current=page]:border-cinnabar aria-[current=page]:font-medium aria-[current=page]:text-cinnabar md:rounded-sm md:border-b-0 md:aria-[current=page]:bg-cinnabar-wash"
        >
          {t.menu[key]}
        </NavLink>
      ))}
    </nav>
  )
}
