import { useLocation } from '@remix-run/react'
import { useVisitor } from '#app/domain/people/ui/use-visitor.ts'
import { SearchBox } from '#app/domain/search/ui/search-box.tsx'
import { barePath, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Mark } from '#app/ui/mark.tsx'
import { renderOnce } from '#app/ui/render-once.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

const Brand = renderOnce('brand', FreshBrand)
const Navigation = renderOnce('navigation', FreshNavigation)

export function Header() {
  return (
    <header className="border-b border-line bg-paper">
      <div className="page flex flex-wrap items-center gap-x-2 gap-y-2 py-3 sm:gap-x-6 lg:flex-nowrap">
        <Brand />
        <Navigation />
        <div className="order-last w-full lg:order-none lg:w-auto lg:max-w-lg lg:flex-1">
          <SearchBox />
        </div>
        <div className="ml-auto flex items-center sm:gap-1">
          <LanguageLink />
          <AccountLinks />
        </div>
      </div>
    </header>
  )
}

function FreshBrand() {
  const t = useMessages().common
  return (
    <LocalLink to="/" className="flex min-h-11 items-center gap-2 lg:shrink-0" aria-label={t.shop}>
      <Mark className="size-8 text-cinnabar" />
      <span className="title-font text-base leading-none sm:text-lg">{t.shop}</span>
    </LocalLink>
  )
}

function FreshNavigation() {
  const t = useMessages().common.nav
  const links = [
    { to: '/divisions', title: t.divisions },
    { to: '/products', title: t.products },
    { to: '/exhibitions', title: t.exhibitions },
  ]
  return (
    <nav
      aria-label={t.label}
      className="scroll-row order-2 -my-2 w-full gap-6 text-sm lg:order-none lg:w-auto"
    >
      {links.map((link) => (
        <LocalLink
          key={link.to}
          to={link.to}
          className="flex min-h-11 items-center whitespace-nowrap hover:text-cinnabar"
        >
          {link.title}
        </LocalLink>
      ))}
    </nav>
  )
}

function AccountLinks() {
  const t = useMessages().common.nav
  const visitor = useVisitor()
  const count = visitor?.cartCount ?? 0
  return (
    <>
      <LocalLink to="/account" className="flex min-h-11 items-center gap-1 px-2 text-sm hover:text-cinnabar">
        <Icon name="person" />
        <span className="sr-only sm:not-sr-only">
          {visitor?.name ?? (visitor?.isSignedIn ? t.account : t.signIn)}
        </span>
      </LocalLink>
      <LocalLink
        to="/cart"
        className="relative flex min-h-11 items-center gap-3 px-2 text-sm hover:text-cinnabar"
        aria-label={count > 0 ? t.cartCount(count) : t.cart}
      >
        <Icon name="cart" />
        <span className="hidden sm:inline">{t.cart}</span>
        <span aria-live="polite" aria-atomic="true" className="contents">
          {count > 0 ? (
            <span className="figures absolute top-0 left-5 min-w-5 rounded-full bg-cinnabar px-1 text-center text-xs leading-5 whitespace-nowrap text-white">
              {count > 99 ? '99+' : count}
            </span>
          ) : null}
        </span>
      </LocalLink>
    </>
  )
}

/** A whole new document, because the words of the other language are another chunk. */
function LanguageLink() {
  const t = useMessages().common.nav
  const { pathname, search } = useLocation()
  const other = useLocale() === 'zh' ? 'en' : 'zh'
  return (
    <a
      href={localPath(other, barePath(pathname)) + search}
      hrefLang={other === 'zh' ? 'zh-CN' : 'en'}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={t.languageLabel}
      className="flex min-h-11 items-center px-2 text-sm text-muted hover:text-cinnabar"
    >
      {t.language}
    </a>
  )
}
