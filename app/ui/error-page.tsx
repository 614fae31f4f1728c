import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

/** What every boundary shows: what happened, what is safe, what to do. Never the error's own words. */
export function ErrorPage() {
  const t = useMessages()
  const error = useRouteError()
  const { pathname, search } = useLocation()
  const { title, text } = wordsOf(error, t.errors)
  const reference = referenceOf(error)
  return (
    <>
      <title>{title}</title>
      <EmptyState title={title} text={text}>
        {isOffline(error) ? (
          <ButtonLink to={barePath(pathname) + search} reloadDocument>
            {t.errors.again}
          </ButtonLink>
        ) : isRouteErrorResponse(error) && error.status === 403 ? (
          <ButtonLink to="/staff">{t.errors.toDesk}</ButtonLink>
        ) : (
          <>
            <ButtonLink to="/">{t.common.home}</ButtonLink>
            <ButtonLink to="/search" kind="secondary">
              {t.common.search.submit}
            </ButtonLink>
          </>
        )}
        {reference ? <p className="w-full text-xs text-muted">{t.errors.reference(reference)}</p> : null}
      </EmptyState>
    </>
  )
}

/** The boundary of a page, with the page's margins. */
export function PageError() {
  return (
    <div className="page">
      <ErrorPage />
    </div>
  )
}

type Words = ReturnType<typeof useMessages>['errors']

function wordsOf(error: unknown, t: Words): { title: string; text: string } {
  if (isOffline(error)) return { title: t.offlineTitle, text: t.offlineText }
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (status === 404) return { title: t.notFoundTitle, text: t.notFoundText }
  if (status === 403) return { title: t.noRightTitle, text: t.noRightText }
  if (status === 429) return { title: t.tooManyTitle, text: t.tooManyText }
  return status < 500
    ? { title: t.forbiddenTitle, text: t.forbiddenText }
    : { title: t.brokenTitle, text: t.brokenText }
}

/** A request that never arrived: `fetch` throws a TypeError, worded by each browser in its own way. */
function isOffline(error: unknown): boolean {
  return error instanceof TypeError && /fetch|load failed|network/i.test(error.message)
}

/** Remix replaces a server error by its sanitised self; handleError puts the request id into its message. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error ? /^request ([\w-]+)$/.exec(error.message)?.[1] : undefined
}
