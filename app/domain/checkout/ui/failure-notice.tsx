import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { CheckoutFailure } from '../submit-checkout.server.ts'

type Words = ReturnType<typeof useMessages>['checkout']['failures']
type Line = Partial<Record<'left' | 'minQuantity' | 'maxPerPerson' | 'alreadyBought', number>> & {
  sku: string
  title: string
  titleEn: string
}

/** What happened, that nothing was charged, and what to do: with the goods that it is about. */
export function FailureNotice({ failure }: { failure: CheckoutFailure }) {
  const t = useMessages().checkout
  const isEnglish = useLocale() === 'en'
  const lines = linesOf(failure)
  return (
    <Notice tone="danger" role="alert" title={t.failures.title}>
      <p>{wordOf(failure, t.failures)}</p>
      {lines.length > 0 ? (
        <>
          <ul className="list-inside list-disc">
            {lines.map((line) => (
              <li key={line.sku}>
                {isEnglish ? line.titleEn : line.title}
                <LineNote line={line} />
              </li>
            ))}
          </ul>
          <LocalLink to="/cart" className="text-cinnabar underline underline-offset-4">
            {t.editCart}
          </LocalLink>
        </>
      ) : null}
    </Notice>
  )
}

function LineNote({ line: { left, minQuantity, maxPerPerson, alreadyBought } }: { line: Line }) {
  const t = useMessages().checkout.failures
  const note =
    left !== undefined
      ? t.left(left)
      : minQuantity !== undefined
        ? t.minimum(minQuantity)
        : maxPerPerson !== undefined
          ? t.limit(maxPerPerson, alreadyBought ?? 0)
          : null
  return note ? <span className="figures text-muted"> ({note})</span> : null
}

function wordOf(failure: CheckoutFailure, t: Words): string {
  return failure.code === 'not-served' ? t[failure.detail.reason] : t[failure.code]
}

function linesOf({ detail }: CheckoutFailure): ReadonlyArray<Line> {
  if (typeof detail !== 'object' || detail === null || !('lines' in detail)) return []
  return detail.lines as ReadonlyArray<Line>
}
