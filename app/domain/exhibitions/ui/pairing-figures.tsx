import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'

/** How the pairing works, in three figures of the article as it printed them. */
export function PairingFigures() {
  const t = useMessages().catalog.home
  return (
    <Section id="pairing" title={t.pairing}>
      <dl className="grid gap-4 sm:grid-cols-3">
        {t.pairingFigures.map(([figure, text]) => (
          <div key={figure} className="grid gap-1 border-t-2 border-cinnabar pt-3">
            <dt className="order-2 text-sm text-muted">{text}</dt>
            <dd className="title-font figures text-2xl">{figure}</dd>
          </div>
        ))}
      </dl>
      <p>
        <ButtonLink to="/help/pairing" kind="quiet">
          {t.pairingLink}
        </ButtonLink>
      </p>
    </Section>
  )
}
