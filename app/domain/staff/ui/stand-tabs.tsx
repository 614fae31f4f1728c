import { useLocation } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { ButtonLink } from '#app/ui/button.tsx'

type StandTabsProps<Stand extends string> = {
  /** Each with its word, in the order in which they are shown. */
  words: Readonly<Record<Stand, string>>
  stand: Stand
  label: string
}

/** Above a list of what waits and what is done: how it stands is in the address. */
export function StandTabs<Stand extends string>({ words, stand, label }: StandTabsProps<Stand>) {
  const stands = Object.keys(words) as Array<Stand>
  const path = barePath(useLocation().pathname)
  return (
    <nav className="flex flex-wrap gap-2" aria-label={label}>
      {stands.map((each) => (
        <ButtonLink
          key={each}
          to={`${path}?stand=${each}`}
          kind="secondary"
          aria-current={each === stand ? 'page' : undefined}
          className="aria-[current=page]:border-cinnabar aria-[current=page]:bg-cinnabar-wash aria-[current=page]:text-cinnabar"
        >
          {words[each]}
        </ButtonLink>
      ))}
    </nav>
  )
}
