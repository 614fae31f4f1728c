import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

/** What every boundary shows: what happened, what is safe, what to do. Never the error's own words. */
export function ErrorPage() {
  const t = useMessages().errors
  const home = useMessages().common.home
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { title, text } = wordsOf(status, t)
  const reference = isRouteErrorResponse(error) ? undefined : referenceOf(error)
  return (
    <>
      <title>{title}</title>
      <EmptyState title={title} text={text}>
        <ButtonLink to="/">{home}</ButtonLink>
        <ButtonLink to="/search" kind="secondary">
          {useMessages().common.search.submit}
        </ButtonLink>
        {reference ? <p className="w-full text-xs text-muted">{t.reference(reference)}</p> : null}
      </EmptyState>
    </>
  )
}

type Words = ReturnType<typeof useMessages>['errors']

function wordsOf(status: number, t: Words): { title: string; text: string } {
  if (status === 404) return { title: t.notFoundTitle, text: t.notFoundText }
  if (status === 429) return { title: t.tooManyTitle, text: t.tooManyText }
  return status < 500
    ? { title: t.forbiddenTitle, text: t.forbiddenText }
    : { title: t.brokenTitle, text: t.brokenText }
}

/** Remix replaces a server error by its sanitised self; handleError puts the request id into its message. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error ? /^request ([\w-]+)$/.exec(error.message)?.[1] : undefined
}
