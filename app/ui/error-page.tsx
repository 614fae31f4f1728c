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
  const reference = isRouteErrorResponse(error) ? undefined : referenceOf(error)
  return (
    <>
      <title>{titleOf(status, t)}</title>
      <EmptyState title={titleOf(status, t)} text={textOf(status, t)}>
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

function titleOf(status: number, t: Words) {
  if (status === 404) return t.notFoundTitle
  if (status === 403) return t.forbiddenTitle
  return status === 429 ? t.tooManyTitle : t.brokenTitle
}

function textOf(status: number, t: Words) {
  if (status === 404) return t.notFoundText
  if (status === 403) return t.forbiddenText
  return status === 429 ? t.tooManyText : t.brokenText
}

/** Remix replaces a server error by its sanitised self; handleError puts the request id into its message. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error ? /^request ([\w-]+)$/.exec(error.message)?.[1] : undefined
}
