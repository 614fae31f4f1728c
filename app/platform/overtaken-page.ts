import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'

/**
 * The `shouldRevalidate` export of pages whose forms send along what they were filled from. By 409 the action says that
 * it holds no more: the page is read anew, as it is where no script runs. Remix reads nothing anew after a refusal, and
 * the form would be refused for ever.
 */
export function readAnewOvertaken({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate
}
