import { useState } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'
import type { LiveLink } from '../livestream-links.server.ts'

/** For the host's screen and the chat: whoever comes by one of them buys for this livestream. */
export function LiveLinks({ links }: { links: ReadonlyArray<LiveLink> }) {
  const t = useStaffMessages().livestreams.links
  return (
    <CardSection id="links" title={t.title}>
      <p className="text-sm text-muted">{t.text}</p>
      {links.length === 0 ? <p className="text-sm text-muted">{t.none}</p> : null}
      <ul className="grid grid-cols-1 divide-y divide-line">
        {links.map((link) => (
          <li key={link.key} className="grid grid-cols-1 gap-2 py-3">
            <span className="font-medium">{link.title}</span>
            <CopyLink link={link} />
            <details>
              <summary className="min-h-8 cursor-pointer text-sm text-cinnabar">{t.code}</summary>
              <svg
                viewBox={`0 0 ${link.code.size} ${link.code.size}`}
                className="size-48 bg-white"
                role="img"
                aria-label={t.codeOf(link.title)}
              >
                <path d={link.code.path} shapeRendering="crispEdges" />
              </svg>
            </details>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}

/** The address can be selected by hand; a button copies it where a script runs. */
function CopyLink({ link }: { link: LiveLink }) {
  const t = useStaffMessages().livestreams.links
  const isScripted = useIsScripted()
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        readOnly
        value={link.address}
        aria-label={t.addressOf(link.title)}
        className="min-h-11 min-w-0 flex-1 basis-56 rounded-sm border border-line bg-paper px-3 text-sm"
        onFocus={(event) => event.target.select()}
      />
      {isScripted ? (
        <Button
          type="button"
          kind="secondary"
          aria-label={t.copyOf(link.title)}
          onClick={() =>
            navigator.clipboard.writeText(link.address).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          <span role="status">{isCopied ? t.copied : t.copy}</span>
        </Button>
      ) : null}
    </div>
  )
}
